#!/usr/bin/env bash
# Usage: ops/drill/backup.sh [SIGN-UPS]
# Makes an installation, backs it up while more sign-ups arrive, restores it elsewhere, and compares. Prints times.
set -euo pipefail
cd "$(dirname "$0")/../.."
sign_ups=${1:-100000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
keys=$(npm run --silent keys -- backup 2>/dev/null)
export BACKUP_RECIPIENT=${keys#*BACKUP_RECIPIENT=}; BACKUP_RECIPIENT=${BACKUP_RECIPIENT%%$'\n'*}
export BACKUP_IDENTITY=${keys#*BACKUP_IDENTITY=}
timed() { local began=$SECONDS; echo "== $1"; shift; "$@"; echo "   $((SECONDS - began)) s"; }

timed "$sign_ups sign-ups" env DATA_DIR="$work/old" npm run --silent seed -- sign-ups "$sign_ups"
DATA_DIR="$work/old" npm run --silent seed -- sign-ups 2000 > "$work/load.log" 2>&1 &
load=$!
timed 'Backup, while 2000 more arrive' env DATA_DIR="$work/old" npm run --silent backup -- "$work/file"
wait "$load"
mkdir -m 700 "$work/new"
cp "$work/old/secrets.json" "$work/new/"
timed 'Restore into an empty DATA_DIR' env DATA_DIR="$work/new" npm run --silent restore -- "$work/file"
timed 'Backup of what was restored' env DATA_DIR="$work/new" npm run --silent backup -- "$work/file.2"
node --import tsx ops/drill/compare.ts "$work/file" "$work/file.2"
