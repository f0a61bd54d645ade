run= asked=
trap 'asked=yes; [ -z "$run" ] || kill -TERM $run' TERM INT
"$@" & run=$!
[ -z "$asked" ] || kill -TERM $run
wait $run; code=$?
while kill -0 $run 2>/dev/null; do wait $run; code=$?; done
case $code in @DONE@) echo "exit code $code: done, and a person decides" >&2; exit 0 ;; esac
exit $code
