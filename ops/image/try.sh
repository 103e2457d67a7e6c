#!/usr/bin/env bash
# try.sh ROOT: starts the product in an image's mounted root (podman image mount IMAGE) as strictly as compose.yaml does:
# its network cut, its root read-only, as the user node, without capabilities. Prints the size, and how long start and
# SIGTERM took. Needs root, util-linux, curl, and PG_BIN: the folder with initdb and pg_ctl.
set -euo pipefail
root=${1:?ROOT}
: "${PG_BIN:?the folder with initdb and pg_ctl}"
if [ -z "${CUT:-}" ]; then CUT=1 exec unshare --net --mount --pid --fork --kill-child -- "$0" "$@"; fi
ip link set lo up
state=$(mktemp -d)
chmod 755 "$state"
install -d -o nobody "$state/pg"
as_nobody() { setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; }
end() {
  as_nobody "$PG_BIN/pg_ctl" -D "$state/pg" -m immediate stop >/dev/null 2>&1 || true
  umount -R "$state/root" || true
  rm -rf "$state"
}
trap end EXIT
ms() { echo $(($(date +%s%N) / 1000000)); }

as_nobody "$PG_BIN/initdb" -D "$state/pg" -U postgres -A trust >/dev/null
as_nobody "$PG_BIN/pg_ctl" -D "$state/pg" -o "-p 5432 -k '' -c listen_addresses=127.0.0.1" -l "$state/pg/log" -w start >/dev/null

echo "size: $(($(find "$root" -xdev -type f -printf '%s+')0)) bytes"
mkdir "$state/root"
mount --bind "$root" "$state/root"
mount -o remount,bind,ro "$state/root"
mount -t proc proc "$state/root/proc"
mount -t tmpfs tmpfs "$state/root/tmp"
mount -t tmpfs -o uid=1000,gid=1000,mode=0700 tmpfs "$state/root/data"
mount -t tmpfs tmpfs "$state/root/run"
mount -t tmpfs tmpfs "$state/root/dev"
for device in null urandom random; do touch "$state/root/dev/$device" && mount --bind "/dev/$device" "$state/root/dev/$device"; done
mkdir "$state/root/run/secrets"
echo "postgres://postgres@127.0.0.1:5432/postgres" > "$state/root/run/secrets/database-url"
for name in auth-secret data-keys; do head -c 32 /dev/urandom | base64 > "$state/root/run/secrets/$name"; done

within() {
  exec env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/node NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data \
    DATABASE_URL_FILE=/run/secrets/database-url AUTH_SECRET_FILE=/run/secrets/auth-secret \
    DATA_KEYS_FILE=/run/secrets/data-keys STAFF_ADMIN_EMAIL=admin@example.org \
    chroot "$state/root" setpriv --reuid=1000 --regid=1000 --clear-groups --no-new-privs --bounding-set=-all \
    --inh-caps=-all sh -c 'cd /app && exec "$@"' sh "$@"
}
start() {
  began=$(ms)
  (within node --enable-source-maps lib/cli/start/start.mjs) > "$state/log" 2>&1 &
  product=$!
  until curl -sf -o /dev/null http://127.0.0.1:3000/api/ready; do
    if ! kill -0 "$product" 2>/dev/null || [ $(($(ms) - began)) -gt 120000 ]; then cat "$state/log"; exit 1; fi
    sleep 0.1
  done
  echo "$1, to ready: $(($(ms) - began)) ms"
}
stop() {
  began=$(ms)
  kill -TERM "$product"
  status=0
  wait "$product" || status=$?
  echo "SIGTERM: $(($(ms) - began)) ms, exit status $status"
}

start "start with all migrations"
for path in / /campaigns/artsakh-ceasefire/choose /campaigns/artsakh-ceasefire/poster.pdf \
  /campaigns/artsakh-ceasefire/share.png /staff/sign-in /api/postcodes/SW1A1AA; do
  echo "$path $(curl -s -o /dev/null -w '%{http_code} %{content_type} %{size_download}' "http://127.0.0.1:3000$path")"
done
(within sh -c 'echo "user $(id -u); $(touch /app/x 2>&1)"') || true
(within npm run -s db:migrate)
stop
start "start again"
stop
