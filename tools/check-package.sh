#!/usr/bin/env bash
# Builds, packs and installs the tarball in an empty folder, and runs the installed program there.
set -eu
npm run -s build
tarball=$(npm pack --silent)
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$PWD/$tarball"' EXIT
node_bin=$PWD/node_modules/.bin
( cd "$folder" && npm init -y >/dev/null && npm i --no-audit --no-fund --silent "$OLDPWD/$tarball" >/dev/null \
  && PATH="$node_bin:$PATH" npx --no-install variorum doctor --data "$folder/data" --json | grep -q '"pendingMigrations":\[\]' )
echo 'the packed program installs and runs'
