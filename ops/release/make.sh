#!/usr/bin/env bash
# make.sh VERSION [FOLDER]: a release's files: the production tree as a tarball, the sources, SBOM, notes from the
# changelog, checksums. The product must be built (npm run build). What the release workflow runs, for trying it too.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=${1:?VERSION, as in v1.2.3}
into=${2:-release}
[[ $version =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || { echo "$version is no version such as v1.2.3." >&2; exit 2; }
name=dear-mp-${version#v}
rm -rf "$into"
mkdir -p "$into"

# The version's own part of the changelog; of one that has none yet, what is not released.
notes() { awk -v heading="## $1" 'index($0, heading) == 1 { on = 1; next } /^## / { on = 0 } on' CHANGELOG.md; }
notes "${version#v}" > "$into/notes.md"
grep -q . "$into/notes.md" || notes Unreleased > "$into/notes.md"

git archive --format=tar.gz --prefix="$name-source/" -o "$into/$name-source.tar.gz" HEAD
npm run -s sbom > "$into/$name.cdx.json"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
npm run -s build:tree -- "$tree/$name"
# The same tree gives the same bytes: names in order, one time, nobody's name.
tar -C "$tree" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(git log -1 --format=%ct)" -c "$name" |
  gzip -9n > "$into/$name-linux-$(node -p process.arch).tar.gz"
(cd "$into" && sha256sum -- *.tar.gz *.json > SHA256SUMS)
(cd "$into" && ls -l && cat SHA256SUMS)
