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
# Somebody else's program in TypeScript uses the client with its types.
cat >"$folder/reader.mts" <<'PROGRAM'
import { ApiProblem, createClient } from 'variorum/client';
const client = createClient({ baseUrl: 'http://127.0.0.1:1' });
const headline: Promise<string> = client.story('x').then((story) => story.sections.whatHappened[0]?.text ?? story.headline);
// @ts-expect-error a limit is a number
const wrong = () => client.stories({ limit: 'many' });
headline.catch((error: unknown) => console.log(typeof wrong, error instanceof ApiProblem));
PROGRAM
( cd "$folder" && "$node_bin/tsc" --noEmit --strict --module nodenext --target es2024 --lib esnext,dom reader.mts \
  && PATH="$node_bin:$PATH" node reader.mts | grep -qx 'function false' )
echo 'the packed program installs and runs'
