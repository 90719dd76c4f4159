#!/usr/bin/env node
// Oxlint starts this instead of tsgolint, its linter with types, for a rule that tsgolint has and oxlint does not know.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const rule = 'no-unsafe-class-instance-assignment';
/** Of a finding: the length of its JSON, and one byte for what it is. */
const headLength = 5;

// A later oxlint that knows the rule needs it in .oxlintrc.json, and nothing of this.
const request = JSON.parse(await text(process.stdin));
for (const { rules } of request.configs) {
  // `generated/` has no rules with types.
  if (rules.length > 0) rules.push({ name: rule });
}

const program = createRequire(import.meta.url).resolve('oxlint-tsgolint/bin/tsgolint.js');
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: ['pipe', 'pipe', 'inherit'] });
child.once('close', (code) => (process.exitCode = code ?? 1));
child.stdin.end(JSON.stringify(request));

let rest = Buffer.alloc(0);
for await (const bytes of child.stdout) {
  rest = Buffer.concat([rest, bytes]);
  for (let end; rest.length >= headLength && rest.length >= (end = headLength + rest.readUInt32LE(0));) {
    process.stdout.write(asKnown(rest.subarray(0, end)));
    rest = rest.subarray(end);
  }
}
process.stdout.write(rest);

/** Oxlint drops a finding whose rule it does not know. It shows that of the compiler, which has no rule. */
function asKnown(finding) {
  const { rule: name, message, ...place } = JSON.parse(finding.subarray(headLength).toString());
  if (name !== rule) return finding;
  const body = Buffer.from(JSON.stringify({ ...place, kind: 1, message: { ...message, id: rule } }));
  const head = Buffer.from(finding.subarray(0, headLength));
  head.writeUInt32LE(body.length, 0);
  return Buffer.concat([head, body]);
}
