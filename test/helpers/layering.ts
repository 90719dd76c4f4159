import type { Import, ImportGraph } from './import-graph.js';

export interface Rule {
  /** The rule, as the report ends with it. */
  readonly says: string;
  /** The files that the rule applies to. */
  readonly from: RegExp;
  readonly allows: (imported: Import, from: string) => boolean;
}

const entry = /^src\/(batch|index|leases|runtime|testing|tools|usage)(\.node|\.native)?\.ts$/;
/** What is loaded when it is first used. */
const late = /^src\/handwritten\/(leases|pacing|tools|untyped)\//;
const handwritten = /^src\/handwritten\//;
const core = /^src\/handwritten\/core\//;
const platform = /^src\/handwritten\/platform\//;
const port = 'src/handwritten/platform/platform.ts';
/** node.ts and its parts. */
const nodePlatform = /^src\/handwritten\/platform\/node(-[a-z-]+)?\.ts$/;
/** Rare styles: only a record of a document that has one imports them. */
const styles = 'src/handwritten/core/request/styles.ts';
const generated = /^generated\//;
const cases = 'generated/cases.ts';
const library = /^(src|generated)\//;
const isFile = ({ to }: Import): boolean => /^(src|generated|codegen|contract|scripts|test)\//.test(to);
const isOwnPart = (from: string, { to }: Import): boolean => nodePlatform.test(from) && nodePlatform.test(to);
const isNode = ({ to }: Import): boolean => to.startsWith('node:');

/** The folders of the core in the order of a call, from its last step back to its first. Each may import those after it. */
export const rooms = [
  'jobs',
  'transport',
  'streaming',
  'response',
  'request',
  'options',
  'files',
  'operation',
  'errors',
] as const;

/** The folder of a file of the core; undefined for one at its root, which every folder may use, and for any other file. */
export function roomOf(file: string): string | undefined {
  return /^src\/handwritten\/core\/([^/]+)\//.exec(file)?.[1];
}

const roomRules = rooms.map((room, index): Rule => {
  const known: readonly string[] = rooms.slice(index);
  const below = known.slice(1).join(', ') || 'no other room';
  return {
    says: `core/${room}/ imports ${below}`,
    from: new RegExp(`^src/handwritten/core/${room}/`),
    allows: ({ to }) => known.includes(roomOf(to) ?? room),
  };
});

/** Who may import whom. */
export const rules: readonly Rule[] = [
  ...roomRules,
  {
    says: 'the root of core/ is for what every room uses, and imports no room',
    from: /^src\/handwritten\/core\/[^/]+$/,
    allows: ({ to }) => roomOf(to) === undefined,
  },
  {
    says: 'core/ has no room that is not in the list',
    from: new RegExp(`^src/handwritten/core/(?!(${rooms.join('|')})/)[^/]+/`),
    allows: () => false,
  },
  {
    says: 'the platform port imports files/ and errors/, since every room may know it',
    from: new RegExp(`^${port}$`),
    allows: ({ to }) => ['files', 'errors'].includes(roomOf(to) ?? ''),
  },
  {
    says: 'an entry imports the handwritten layer, and of generated/ the types alone',
    from: entry,
    allows: ({ to, typeOnly }) => handwritten.test(to) || (generated.test(to) && typeOnly),
  },
  {
    says: 'the client and the handwritten resources import handwritten and generated code',
    from: /^src\/handwritten\/(?!core\/|platform\/)/,
    allows: (imported) => !isFile(imported) || handwritten.test(imported.to) || generated.test(imported.to),
  },
  {
    says: 'core and platform import core and the platform port, and never generated code',
    from: /^src\/handwritten\/(core|platform)\//,
    allows: (imported, from) =>
      !isFile(imported) || core.test(imported.to) || imported.to === port || isOwnPart(from, imported),
  },
  {
    says: 'the client loads leases/, pacing/, tools/ and untyped/ late, by import(), so that a page without them does not load them',
    from: /^(generated|src\/handwritten\/(?!(leases|pacing|tools|untyped)\/))/,
    allows: ({ to, typeOnly, isLate }) => !late.test(to) || typeOnly || isLate === true,
  },
  {
    says: 'a platform is picked by the entry alone',
    from: /^src\/handwritten\//,
    allows: (imported, from) => !platform.test(imported.to) || imported.to === port || isOwnPart(from, imported),
  },
  {
    says: 'Node is for the node entry',
    from: /^src\/(batch|index|runtime|testing)(\.native)?\.ts$/,
    allows: ({ to }) => !nodePlatform.test(to),
  },
  {
    says: 'generated code imports generated code, the parameter styles, and types of core/operation/ and of the page',
    from: /^generated\/(?!cases\.ts$)/,
    allows: ({ to, typeOnly }) =>
      generated.test(to) ||
      to === styles ||
      (typeOnly && /^src\/handwritten\/(core\/(operation\/[^/]+|response\/page)|testing\/document)\.ts$/.test(to)),
  },
  {
    says: 'the parameter styles are for generated code, so that a bundle has only what its document uses',
    from: handwritten,
    allows: ({ to }) => to !== styles,
  },
  {
    says: 'the cases are for tests',
    from: library,
    allows: ({ to }) => to !== cases,
  },
  {
    says: 'node: is for the Node platform, codegen, contract, scripts and tests',
    from: library,
    allows: (imported, from) => !isNode(imported) || nodePlatform.test(from),
  },
  {
    says: 'the library uses no package but openapi-fetch, and that in core',
    from: library,
    allows: (imported, from) =>
      isFile(imported) || isNode(imported) || (imported.to.startsWith('openapi-fetch') && core.test(from)),
  },
  {
    says: 'the library imports neither its generator nor its tests',
    from: library,
    allows: ({ to }) => !/^(codegen|contract|scripts|test)\//.test(to),
  },
  {
    says: 'codegen imports neither src nor generated code',
    from: /^codegen\//,
    allows: ({ to }) => !library.test(to),
  },
];

/** Each violation as "file imports file: rule". */
export function violations(graph: ImportGraph): string[] {
  const broken = [...graph].flatMap(([from, imports]) =>
    rules
      .filter((rule) => rule.from.test(from))
      .flatMap((rule) =>
        imports
          .filter((imported) => !rule.allows(imported, from))
          .map(({ to }) => `${from} imports ${to}: ${rule.says}`),
      ),
  );
  return [...broken, ...cycles(graph)];
}

/** Imports of types count: a file that depends on the types of its importer is not a layer. */
function cycles(graph: ImportGraph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push(`${path.at(-1) ?? file} imports ${file}: no cycles (${[...path.slice(start), file].join(' → ')})`);
    }
    if (start >= 0 || done.has(file)) return;
    for (const { to } of graph.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
