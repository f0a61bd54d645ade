#!/usr/bin/env bash
# Prometheus node exporter 1.5.0 of Debian 12 (prometheus-node-exporter 1.5.0-1+b6), textfile collector, seen on 2026-11-30
#
# What was run: two .prom files, each valid by itself, that share a metric with different labels; the HELP text of the
#   second differs (the other job runs a newer release). Scraped twice.
# One would guess: both samples appear, or the scrape fails, or node_textfile_scrape_error says 1.
# Seen: the second file's sample of that metric is gone, its other metrics stay. The scrape answers 200 and
#   node_textfile_scrape_error and node_scrape_collector_success stay at "all well". Only a log line, and, from the NEXT
#   scrape on, promhttp_metric_handler_errors_total{cause="gathering"} tell. An alert that waits for the lost sample's value
#   never fires. Keep HELP texts the same over releases.
# The first argument is another version of Debian's package to try.
set -euo pipefail

version="${1:-1.5.0-1+b6}"
expected='HTTP 200
job_last_success_seconds{job="first"} 1
node_scrape_collector_success{collector="textfile"} 1
node_textfile_scrape_error 0
only_second{job="second"} 3
promhttp_metric_handler_errors_total{cause="gathering"} 0
next scrape: promhttp_metric_handler_errors_total{cause="gathering"} 1'

work="$(mktemp -d)"
exporter=
trap '[ -z "$exporter" ] || kill "$exporter" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cannot() { echo "Cannot run: $1" >&2; exit 2; }
for tool in apt-get curl dpkg-deb; do
  command -v "$tool" > /dev/null || cannot "$tool is not installed"
done

apt-get download "prometheus-node-exporter=$version" > apt.log 2>&1 \
  || { tail -5 apt.log >&2; cannot "Debian did not hand out version $version (apt-get update first?)"; }
dpkg-deb -x prometheus-node-exporter_*.deb package

mkdir text
cat > text/first.prom << 'PROM'
# HELP job_last_success_seconds When the job last ended well.
# TYPE job_last_success_seconds gauge
job_last_success_seconds{job="first"} 1
PROM
cat > text/second.prom << 'PROM'
# HELP job_last_success_seconds When the job last ended well, as Unix time.
# TYPE job_last_success_seconds gauge
job_last_success_seconds{job="second"} 2
# HELP only_second A metric of the second job alone.
# TYPE only_second gauge
only_second{job="second"} 3
PROM

for try in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 10000))
  package/usr/bin/prometheus-node-exporter --collector.disable-defaults --collector.textfile \
    --collector.textfile.directory=text --web.listen-address="127.0.0.1:$port" > exporter.log 2>&1 &
  exporter=$!
  for wait in $(seq 50); do
    curl -s -o /dev/null "http://127.0.0.1:$port/" && break 2
    kill -0 "$exporter" 2> /dev/null || break
    sleep 0.2
  done
  kill "$exporter" 2> /dev/null || true
  exporter=
done
[ -n "$exporter" ] || { tail -5 exporter.log >&2; cannot "the exporter did not start"; }

scrape() { curl -s -o "$1" -w 'HTTP %{http_code}\n' "http://127.0.0.1:$port/metrics" || cannot "no scrape"; }
seen="$(
  scrape one
  grep -E '^(job_|only_|node_textfile_scrape_error|node_scrape_collector_success|promhttp.*gathering)' one | LC_ALL=C sort
  scrape two > code
  grep 'promhttp.*gathering' two | sed 's/^/next scrape: /' | grep -v '#'
)"

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
