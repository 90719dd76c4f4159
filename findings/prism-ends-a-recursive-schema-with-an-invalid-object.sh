#!/bin/sh
# @stoplight/prism-cli 5.14.2 (mock, no example in the document): a list whose nodes require `id` and `next`, and whose
# `next` is a node or null. Seen: the answer is {"id":0,"next":{"id":0,"next":{}}}, whose last node lacks both required
# fields, although null would end the list; with `Prefer: dynamic=true` null does end it.
# Guessed before: that a mock made from a document answers what the document allows.
set -eu
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @stoplight/prism-cli@5.14.2 >/dev/null 2>&1
cat > a.json <<'JSON'
{ "openapi": "3.1.0", "info": { "title": "t", "version": "1" },
  "paths": { "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "d",
    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Node" } } } } } } } },
  "components": { "schemas": { "Node": { "type": "object", "required": ["id", "next"], "properties": {
    "id": { "type": "integer" },
    "next": { "anyOf": [{ "$ref": "#/components/schemas/Node" }, { "type": "null" }] } } } } } }
JSON
node node_modules/.bin/prism mock a.json --port 48214 >prism.log 2>&1 &
server=$!
for _ in $(seq 60); do grep -q 'listening' prism.log && break; sleep 1; done
seen=$(curl -s http://127.0.0.1:48214/a)
echo "$seen"
[ "$seen" = '{"id":0,"next":{"id":0,"next":{}}}' ]
