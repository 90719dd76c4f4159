#!/bin/sh
# bullmq 6.7.0 (Job): an own `jobId` makes a job idempotent, so one writes `tenant:item`, as Redis keys are written. Seen:
# 'a:b' is refused, 'a' and even 'a:b:c' are taken; so is `1`, a text of digits alone, refused.
# Guessed before: that any text is taken, or none with a colon.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund bullmq@6.7.0 ioredis@6.0.0 >/dev/null 2>&1
cat > a.cjs <<'JS'
const { Job } = require('bullmq');
// What `queue.add` calls before anything is sent, so that no Redis is needed.
const seen = ['a', 'a:b', 'a:b:c', '1'].map((jobId) => {
  try {
    Job.prototype.validateOptions.call({ opts: { jobId } }, { data: '{}' });
    return 'taken';
  } catch {
    return 'refused';
  }
});
console.log(seen.join(' '));
JS
seen=$(node a.cjs)
echo "a, a:b, a:b:c, 1: $seen"
[ "$seen" = 'taken refused taken refused' ]
