import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { generate } from '../../codegen/generate.js';

/** What ends a comment, a script, a template or a line. */
const hostile = '*/ </script> `b` ${c} \\u0041 // \n@example\n{@link x} \u2028 -->';
const name = 'a*/`${b}';
const text = { type: 'string', description: hostile, default: hostile, example: hostile, enum: [hostile, '*/'] };
const described = { description: hostile, summary: hostile };
const content = { 'application/json': { schema: { $ref: '#/components/schemas/S*~1`${x}' } } };

const document = {
  openapi: '3.1.0',
  info: { title: hostile, version: '1', description: hostile },
  servers: [{ url: 'https://a.example', description: hostile }],
  tags: [{ name, description: hostile }],
  components: {
    securitySchemes: { [name]: { type: 'apiKey', in: 'header', name: 'X-Key', description: hostile } },
    schemas: {
      'S*/`${x}': { type: 'object', title: hostile, properties: { [name]: text }, example: { [name]: hostile } },
    },
  },
  security: [{ [name]: [] }],
  paths: {
    '/a*/b`${x}/{id*/}': {
      post: {
        operationId: `send${name}`,
        tags: [name],
        ...described,
        deprecated: true,
        parameters: [
          { name: 'id*/', in: 'path', required: true, schema: { type: 'string' }, description: hostile, example: '*/' },
          { name, in: 'query', schema: text, description: hostile },
        ],
        requestBody: { description: hostile, required: true, content },
        responses: { 200: { description: hostile, content }, 404: { description: hostile } },
      },
    },
  },
};

/** What the parser says, of a file alone. */
function syntaxErrors(fileName: string, source: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(source, { fileName, reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => `${fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

test.each([false, true])(
  'texts of a document can not leave their comments and strings (format: %s)',
  async (format) => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    try {
      const [spec, out] = [join(folder, 'a.json'), join(folder, 'out')];
      await writeFile(spec, JSON.stringify(document));
      const extras = { schema: true, cases: true, format, marks: false };
      await generate({ spec, out, config: {}, runtime: '@runcrate/sdk/runtime', extras }, false);
      const files = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.ts'));
      const texts = await Promise.all(files.map((file) => readFile(join(out, file), 'utf8')));
      expect(files).toContain('schema.ts');
      expect(files.flatMap((file, at) => syntaxErrors(file, texts[at]!))).toEqual([]);
      const operations = texts[files.indexOf('operations.ts')]!;
      expect(operations).toContain("path: '/a*/b`${x}/{id*/}'");
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
