#!/bin/sh
# @stoplight/prism-cli 5.14.2 (mock): OpenAPI says that a header parameter named Accept, Content-Type or Authorization is
# ignored. Seen: a required one named Authorization is enforced: without the header the answer is 422, with it 200.
# Guessed before: that the mock ignores the parameter, as the specification does.
set -eu
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @stoplight/prism-cli@5.14.2 >/dev/null 2>&1
cat > a.json <<'JSON'
{ "openapi": "3.0.3", "info": { "title": "t", "version": "1" },
  "paths": { "/a": { "get": { "operationId": "getA",
    "parameters": [{ "name": "Authorization", "in": "header", "required": true, "schema": { "type": "string" } }],
    "responses": { "200": { "description": "d" } } } } } }
JSON
node node_modules/.bin/prism mock a.json --port 48213 >prism.log 2>&1 &
server=$!
for _ in $(seq 60); do grep -q 'listening' prism.log && break; sleep 1; done
status() { curl -s -o /dev/null -w '%{http_code}' "$@" http://127.0.0.1:48213/a; }
without=$(status)
with=$(status -H 'Authorization: Bearer a')
echo "without the header: $without, with it: $with"
[ "$without" = 422 ] && [ "$with" = 200 ]
