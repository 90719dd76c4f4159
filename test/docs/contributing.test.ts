import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Document } from '../../codegen/read/openapi.js';
import { reportText } from '../../codegen/report/report-text.js';
import { reportOn } from '../../codegen/report/report.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { readSpec, Spec } from '../../codegen/read/spec.js';
import { rooms } from '../helpers/layering.js';
import { linksOf, lostLinks, readPage } from '../helpers/programs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

test('every link targets an existing file or heading', () => {
  const page = readPage('CONTRIBUTING.md');
  expect(linksOf(page).length).toBeGreaterThan(20);
  expect(lostLinks(page)).toEqual([]);
});

test('the map lists every file and folder of codegen/', () => {
  const missing = readdirSync(join(root, 'codegen')).filter((name) => !text.includes(`](codegen/${name})`));
  expect(missing).toEqual([]);
});

test('the README of every folder of core/ links to existing files', () => {
  for (const room of rooms) {
    const folder = join(root, 'src/handwritten/core', room);
    const links = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/\]\(([^)]+)\)/g)];
    expect(links.length, room).toBeGreaterThan(0);
    for (const [, target = ''] of links) expect(existsSync(join(folder, target)), `${room}: ${target}`).toBe(true);
  }
});

interface Writable {
  components: { schemas: Record<string, { required?: string[]; properties: Record<string, unknown> }> };
  paths: Record<string, { get: { description?: string; responses: Record<string, unknown> } }>;
}

test('the sample report is the output of the report', async () => {
  const old = await readSpec(join(root, 'openapi.json'));
  const now = JSON.parse(JSON.stringify(old.document)) as unknown as Writable;
  const { InstanceCreateRequest: request, Instance: response } = now.components.schemas;
  request!.required = [...(request!.required ?? []), 'region'];
  response!.properties['hostname'] = { type: 'string' };
  now.paths['/ssh-keys']!.get.responses['404'] = { description: 'No such project.' };
  now.paths['/billing/balance']!.get.description = 'Gives what is left.';
  const report = reportOn({ old, new: new Spec('new.json', now as unknown as Document), config: sdkConfig });
  expect(text).toContain(`\`\`\`\n${reportText(report)}\n\`\`\``);
});
