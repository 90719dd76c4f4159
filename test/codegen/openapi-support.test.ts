import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { emitModel } from '../../codegen/emit/emit.js';
import { readSpec } from '../../codegen/read/spec.js';
import { root } from '../helpers/build.js';
import { checks } from './support/checks.js';
import type { Part } from './support/documents.js';

interface Row {
  readonly what: string;
  /** One of OpenAPI; undefined: that of the document. */
  readonly version: string | undefined;
  readonly outcome: string;
  readonly details: string;
}

const rows = rowsOf(await readFile(join(root, 'codegen/openapi-support.md'), 'utf8'));

/** A row for each of its versions. */
function rowsOf(page: string): readonly Row[] {
  const lines = page.split('\n').filter((line) => line.startsWith('|'));
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return cells.flatMap(([, what = '', versions = '', outcome = '', details = '']) => {
    if (what === 'what' || what.startsWith('---')) return [];
    const each = versions === '' ? [undefined] : versions.split(', ');
    return each.map((version) => ({ what, version, outcome, details }));
  });
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-support-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('each row of the page has a document, and each document a row', () => {
  expect([...new Set(rows.map(({ what }) => what))]).toEqual(Object.keys(checks));
});

test.each(rows.filter(({ outcome }) => outcome === 'supported'))(
  '$what ($version): supported',
  async ({ what, version }) => {
    const { document, prints = [] } = checks[what]!;
    const text = await generatedText(document, version);
    expect(prints).not.toEqual([]);
    for (const part of prints) expect(text).toContain(part);
  },
);

test.each(rows.filter(({ outcome }) => outcome === 'ignored'))(
  '$what ($version): ignored',
  async ({ what, version }) => {
    const { document, without } = checks[what]!;
    expect(without).not.toEqual(document);
    expect(withoutNotes(await generatedText(document, version))).toBe(
      withoutNotes(await generatedText(without!, version)),
    );
  },
);

test.each(rows.filter(({ outcome }) => outcome === 'stops'))(
  '$what ($version): stops',
  async ({ what, version, details }) => {
    await expect(generatedText(checks[what]!.document, version)).rejects.toThrow(details);
  },
);

test('the outcomes are these three', () => {
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['supported', 'ignored', 'stops']));
});

/** All files in one line, as for a document that is read from a file. */
async function generatedText(document: Part, version: string | undefined): Promise<string> {
  const path = join(folder, 'crates.json');
  await writeFile(path, JSON.stringify(version === undefined ? document : { ...document, openapi: `${version}.0` }));
  const model = buildModel(await readSpec(path), {}, '@runcrate/sdk/runtime');
  const files = await emitModel(model, { cases: false, format: false });
  return [...files]
    .map(([name, text]) => `${name}: ${text}`)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

/** Without the documentation, which may tell a range that the types can't. */
function withoutNotes(text: string): string {
  // The README, which is last, tells what is left out.
  return text
    .replaceAll(/\/\*\*.*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/## What it does not do .*$/, '');
}
