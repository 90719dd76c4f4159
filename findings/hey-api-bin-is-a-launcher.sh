#!/bin/sh
# @hey-api/openapi-ts 0.99.0: its command starts a second Node process for the work (spawnSync).
# Seen: the first process itself uses a fraction of a second of CPU, while its child uses all the rest; whoever measures
# the process that was started (memory, CPU) measures the launcher.
# Guessed before: that the command is the generator. A benchmark of ours was wrong by this.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @hey-api/openapi-ts@0.99.0 typescript@5.9.3 >/dev/null 2>&1
cat > a.json <<'JSON'
{ "openapi": "3.1.0", "info": { "title": "t", "version": "1" },
  "paths": { "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "d",
    "content": { "application/json": { "schema": { "type": "string" } } } } } } } } }
JSON
bin=$(node -p "const b = require('./node_modules/@hey-api/openapi-ts/package.json').bin; './node_modules/@hey-api/openapi-ts/' + (typeof b === 'string' ? b : Object.values(b)[0])")
cat > watch.cjs <<'JS'
process.once('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').appendFileSync(process.env.SEEN, `${process.pid} ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)}\n`);
});
JS
SEEN="$work/seen.txt" NODE_OPTIONS="--require $work/watch.cjs" node "$bin" -i a.json -o out >/dev/null
echo "process, CPU seconds (the child ends first):"
cat seen.txt
# More than one process, and the last to end, the launcher, is not the one that worked.
awk '{ cpu[NR] = $2 } END { exit !(NR >= 2 && cpu[NR] < cpu[1] / 2) }' seen.txt
