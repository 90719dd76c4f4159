import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { replyWith } from './replies.js';

// An import would first search the nine megabytes of TypeScript for the names that it exports.
const require = createRequire(import.meta.url);
/** @type {typeof import('typescript')} */
const ts = require('typescript');
/** @type {typeof import('openapi-typescript')} */
const { default: openapiTypescript, astToString } = require('openapi-typescript');

replyWith(({ task, ...input }) => (task === 'schema' ? schemaOf(input) : methodsOf(input)));

/** @param {{ readonly document: string, readonly isMarked: boolean }} input */
async function schemaOf({ document, isMarked }) {
  const blob = ts.factory.createTypeReferenceNode('Blob');
  const nodes = await openapiTypescript(document, {
    // Otherwise every request field with a default would be required.
    defaultNonNullable: false,
    // `{ type: object }` takes any object.
    emptyObjectsUnknown: true,
    readWriteMarkers: isMarked,
    silent: true,
    transform: (schema) => (schema.format === 'binary' ? blob : undefined),
  });
  return astToString(nodes);
}

/**
 * The public methods of the classes that extend another, one for each overload.
 *
 * @param {{ readonly source: string }} input
 */
function methodsOf({ source }) {
  const file = project().createSourceFile('source.ts', source, { overwrite: true });
  const classes = file.getClasses().filter((declared) => declared.getExtends() !== undefined);
  const methods = classes.flatMap((declared) => declared.getMethods());
  return methods
    .filter((method) => !method.getName().startsWith('#'))
    .flatMap((method) => (method.isOverload() || method.getOverloads().length === 0 ? [method] : method.getOverloads()))
    .map((method) => ({
      name: method.getName(),
      parameters: method
        .getParameters()
        .filter((parameter) => parameter.getName() !== 'options')
        .map((parameter) => {
          const mark = parameter.hasQuestionToken() ? '?' : '';
          return `${parameter.getName()}${mark}: ${flat(parameter.getTypeNode())}`;
        })
        .join(', '),
      answer: flat(method.getReturnTypeNode()).replace(/^Promise<(.*)>$/, '$1'),
    }));
}

/** @param {{ getText(): string } | undefined} node */
function flat(node) {
  return node?.getText().replaceAll(/\s+/g, ' ') ?? '';
}

/** @type {import('ts-morph').Project | undefined} */
let kept;

function project() {
  shareTypeScript();
  /** @type {typeof import('ts-morph')} */
  const { Project } = require('ts-morph');
  return (kept ??= new Project({ useInMemoryFileSystem: true }));
}

/** ts-morph has a copy of TypeScript, which takes half a second to load. One of our minor version stays unloaded. */
function shareTypeScript() {
  const morph = createRequire(require.resolve('ts-morph'));
  const { devDependencies } = morph('@ts-morph/common/package.json');
  if (!devDependencies?.typescript?.startsWith(`${ts.versionMajorMinor}.`)) return;
  const copy = createRequire(morph.resolve('@ts-morph/common')).resolve('./typescript.js');
  require.cache[copy] ??= require.cache[require.resolve('typescript')];
}
