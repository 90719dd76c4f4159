import { describeLeftover, type Report, type Result } from './result.js';
import { describeViolation } from './violation.js';

/** The report as JUnit XML, for a CI system. Each leftover is a failed test case. */
export function junitXml(report: Report): string {
  const { results, leftovers, notices, baseUrl, inferenceUrl } = report;
  const failures = results.filter(({ outcome }) => outcome === 'violated').length + leftovers.length;
  const skipped = results.filter(({ outcome }) => outcome === 'not run').length;
  const seconds = secondsOf(results.reduce((sum, { durationMs }) => sum + durationMs, 0));
  const counts = `tests="${results.length + leftovers.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts} time="${seconds}">`,
    `  <testsuite name="contract" ${counts} time="${seconds}">`,
    '    <properties>',
    `      <property name="baseUrl" value="${escapeXml(baseUrl)}"/>`,
    `      <property name="inferenceUrl" value="${escapeXml(inferenceUrl)}"/>`,
    '    </properties>',
    ...results.map(caseOf),
    ...leftovers.map((leftover) =>
      failedCase(`left over: ${leftover.thing} ${leftover.id ?? leftover.name}`, 0, [describeLeftover(leftover)]),
    ),
    `    <system-out>${escapeXml(notices.join('\n'))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf({ name, outcome, reason = '', violations, durationMs }: Result): string {
  switch (outcome) {
    case 'passed':
      return `    <testcase ${attributes(name, durationMs)}/>`;
    case 'not run':
      return `    <testcase ${attributes(name, durationMs)}><skipped message="${escapeXml(reason)}"/></testcase>`;
    case 'violated':
      return failedCase(name, durationMs, violations.map(describeViolation));
  }
}

function failedCase(name: string, durationMs: number, lines: readonly string[]): string {
  const message = lines.length === 1 ? (lines[0] ?? '') : `${lines.length} violations`;
  return [
    `    <testcase ${attributes(name, durationMs)}>`,
    `      <failure message="${escapeXml(message)}">${escapeXml(lines.join('\n'))}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function attributes(name: string, durationMs: number): string {
  return `classname="contract" name="${escapeXml(name)}" time="${secondsOf(durationMs)}"`;
}

function secondsOf(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A response may contain characters that XML 1.0 can't represent. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
