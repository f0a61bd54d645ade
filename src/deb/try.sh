#!/bin/sh
# Installs, uses, upgrades, removes and purges the package in a Debian of its own, which it makes and deletes
# again. As root, on Debian, with debootstrap:
#
#   ./mvnw -Ppackage verify && src/deb/try.sh target/sspr-prefill_1.1.0_amd64.deb
#
# systemd does not run in there, so the units are read by systemd-analyze and the service's command is given by hand;
# .ci/clean-debian starts systemd too, where the machine lets it.
set -eu

DEB=$(realpath "$1")
SAMPLES=$(realpath "$(dirname "$0")/../..")
ROOT=${TRY_ROOT:-$(mktemp -d)}
SUITE=${TRY_SUITE:-bookworm}

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

inside() {
	chroot "$ROOT" env PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# The service's command, as its account and with the home folder of its unit
job() {
	inside setpriv --reuid sspr-prefill --regid sspr-prefill --clear-groups sspr-prefill "$@"
}

expect() {
	[ "$(inside stat -c '%U:%G %a' "$1")" = "$2" ] || fail "$1 is $(inside stat -c '%U:%G %a' "$1"), not $2"
}

finish() {
	for place in proc dev; do
		if mountpoint -q "$ROOT/$place"; then
			umount "$ROOT/$place"
		fi
	done
	if [ -z "${TRY_ROOT:-}" ]; then
		# Never through a mount that would not go away
		rm -rf --one-file-system "$ROOT"
	fi
}
trap finish EXIT

if [ ! -x "$ROOT/usr/bin/dpkg" ]; then
	debootstrap --variant=minbase --include=adduser,openjdk-17-jre-headless,systemd "$SUITE" "$ROOT"
fi
mount -t proc proc "$ROOT/proc"
# Devices of its own: whatever happens in there, the machine keeps its own
mount -t tmpfs -o mode=755 tmpfs "$ROOT/dev"
for node in "null 1 3" "zero 1 5" "full 1 7" "random 1 8" "urandom 1 9" "tty 5 0"; do
	# shellcheck disable=SC2086
	set -- $node
	mknod -m 666 "$ROOT/dev/$1" c "$2" "$3"
done
ln -s /proc/self/fd "$ROOT/dev/fd"

echo "== install"
cp "$DEB" "$ROOT/tmp/sspr-prefill.deb"
inside dpkg -i /tmp/sspr-prefill.deb
expect /var/lib/sspr-prefill "sspr-prefill:sspr-prefill 700"
expect /etc/sspr-prefill "root:sspr-prefill 750"
expect /etc/sspr-prefill/nightly.yaml "root:sspr-prefill 640"
expect /etc/sspr-prefill/nightly.env "root:root 600"
inside sspr-prefill --version
inside systemd-analyze verify /usr/lib/systemd/system/sspr-prefill-nightly.service \
	/usr/lib/systemd/system/sspr-prefill-nightly.timer

echo "== run"
mkdir -p "$ROOT/var/lib/sspr-prefill/drop"
cp "$SAMPLES"/sample-data/hr/*.csv "$ROOT/var/lib/sspr-prefill/drop/"
cp "$SAMPLES/sample-data/tenant.yaml" "$ROOT/etc/sspr-prefill/tenant.yaml"
sed -e 's#simulated: .*#simulated: /etc/sspr-prefill/tenant.yaml#' -e 's#drop: .*#drop: /var/lib/sspr-prefill/drop#' \
	-e 's#directory: .*#directory: /var/lib/sspr-prefill/reports#' "$SAMPLES/jobs/demo.yaml" \
	> "$ROOT/etc/sspr-prefill/demo.yaml"
inside chown -R sspr-prefill:sspr-prefill /var/lib/sspr-prefill/drop
code=0
job run /etc/sspr-prefill/demo.yaml --quiet || code=$?
[ "$code" = 4 ] || fail "the demonstration answered $code, not 4"
inside test -f /var/lib/sspr-prefill/ledger.key || fail "the ledger is not where the unit has it"

echo "== upgrade"
echo "# ours" >> "$ROOT/etc/sspr-prefill/nightly.yaml"
rm -rf "$ROOT/tmp/next"
inside dpkg-deb -R /tmp/sspr-prefill.deb /tmp/next
sed -i 's/^Version: .*/&+next/' "$ROOT/tmp/next/DEBIAN/control"
inside dpkg-deb -Znone -b /tmp/next /tmp/next.deb > /dev/null
inside dpkg -i /tmp/next.deb
grep -q '^# ours$' "$ROOT/etc/sspr-prefill/nightly.yaml" || fail "the upgrade overwrote a changed job definition"
expect /etc/sspr-prefill/nightly.yaml "root:sspr-prefill 640"
job history /etc/sspr-prefill/demo.yaml | grep -q ' run ' || fail "the upgrade lost the history"

echo "== remove"
inside dpkg -r sspr-prefill
[ ! -e "$ROOT/opt/sspr-prefill" ] || fail "the program is still there"
[ -f "$ROOT/var/lib/sspr-prefill/ledger.key" ] || fail "removing deleted the ledger"

echo "== purge"
rm "$ROOT/etc/sspr-prefill/demo.yaml" "$ROOT/etc/sspr-prefill/tenant.yaml"
inside dpkg -P sspr-prefill
for gone in var/lib/sspr-prefill etc/sspr-prefill usr/share/doc/sspr-prefill; do
	[ ! -e "$ROOT/$gone" ] || fail "/$gone is still there"
done
if inside getent passwd sspr-prefill; then
	fail "the account is still there"
fi
echo "Installed, used, upgraded, removed and purged."
