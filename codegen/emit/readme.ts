import type { ClientModel, MethodModel, Model } from '../model.js';
import { isRelative } from '../build/client.js';
import { printName } from './print-type.js';
import { quoted } from './quote.js';

/** `README.md`: how to install what the client imports, create it, call it, and handle its errors. */
export function readmeText({
  source,
  core,
  resources,
  client,
  notes,
  hints,
}: Model & { readonly client: ClientModel }): string {
  const call = firstCall(resources);
  const [[, baseUrl] = ['', ''], ...ownServers] = Object.entries(client.servers);
  const told = [...notes, ...hints];
  const [names, others] = [true, false].map((isName) => told.filter((note) => note.startsWith('names: ') === isName));
  const isPackage = !core.startsWith('.');
  return `${[
    `<!-- Generated from ${source} by codegen/. Do not edit; run npm run generate. -->`,
    `# ${client.title.replaceAll(/\s+/g, ' ').trim() || source}`,
    `A typed client, generated from \`${source}\`.`,
    '## Install',
    isPackage
      ? `The files import \`${core}\`: run \`npm install ${packageOf(core)}\`. They are TypeScript (5.0 or later), for Node.js 18.18 or later, Bun, Deno, browsers and edge runtimes.`
      : `The files import \`${core}\`, which must stay where it is. They are TypeScript (5.0 or later).`,
    '## Create a client',
    ts(`import { createClient } from './index.js';\n\nconst client = createClient(${optionsText(client, baseUrl)});`),
    serverText(baseUrl, ownServers, client),
    authText(client),
    '`timeout` (seconds), `maxRetries`, `headers`, `fetch`, `logLevel` and the other options have their documentation in your editor.',
    '## Call it',
    ts(call),
    'The last argument of every method takes the options of one request: `signal`, `timeout`, `maxRetries`, `headers`, `onResponse`. Event streams are read by `for await`.',
    '## Handle errors',
    ts(
      `import { ApiError, ConnectionError } from '${core}';\n\ntry {\n  ${call.split('\n').join('\n  ')}\n} catch (error) {\n  if (error instanceof ApiError) console.error(error.statusCode, error.message, error.details);\n  else if (error instanceof ConnectionError) console.error('No response:', error.message);\n  else throw error;\n}`,
    ),
    'Each status has its class, such as `NotFoundError` and `RateLimitError`. `error.attempts` has the retries. A call that may have been carried out although it failed has `error.outcomeUnknown`.',
    ...section('## Names that collide', names),
    ...section('## What it does not do', others),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function section(title: string, notes: readonly string[] = []): readonly string[] {
  return notes.length > 0 ? [title, notes.map((note) => `- ${note.replace(/^names: /, '')}`).join('\n')] : [];
}

/** `@scope/name/runtime` → `@scope/name`. */
function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

function ts(text: string): string {
  return `\`\`\`ts\n${text}\n\`\`\``;
}

function optionsText({ schemes }: ClientModel, baseUrl: string): string {
  const [first] = Object.entries(schemes);
  const fields = [
    ...(isRelative(baseUrl)
      ? [
          `  baseUrl: ${quoted(`https://api.example.com${baseUrl.startsWith('/') && !baseUrl.startsWith('//') ? baseUrl : ''}`)},`,
        ]
      : []),
    ...(first
      ? [`  auth: { ${printName(first[0])}: ${first[1].type === 'basic' ? '{ username, password }' : '() => token'} },`]
      : []),
  ];
  return fields.length === 0 ? '' : `{\n${fields.join('\n')}\n}`;
}

function serverText(
  baseUrl: string,
  own: readonly (readonly [string, string])[],
  { variables, otherServers }: ClientModel,
): string {
  return [
    isRelative(baseUrl)
      ? `\`baseUrl\` is required: the document names its server only as ${code(baseUrl)}.`
      : `Calls go to ${code(baseUrl)}. Pass \`baseUrl\` to replace it.`,
    ...(otherServers.length > 0
      ? [`The document also has ${otherServers.map(({ url }) => code(url)).join(', ')}.`]
      : []),
    ...own.map(
      ([name, url]) =>
        `Some operations have a server of their own, ${code(url)}: their credentials go there. Pass \`servers: { ${printName(name)} }\` to replace it; \`baseUrl\` does not.`,
    ),
    ...(Object.keys(variables).length > 0
      ? [`\`variables\` sets ${Object.keys(variables).map(code).join(', ')} in these URLs.`]
      : []),
  ].join(' ');
}

function authText({ schemes }: ClientModel): string {
  const names = Object.entries(schemes);
  if (names.length === 0) return '';
  const rows = names.map(([name, scheme]) => {
    const where =
      scheme.type === 'apiKey'
        ? `the ${scheme.in === 'query' ? 'query parameter' : scheme.in} ${code(scheme.name)}`
        : `\`Authorization: ${scheme.type === 'basic' ? 'Basic' : 'Bearer'} …\``;
    return `| ${code(name)} | ${scheme.type === 'basic' ? '`{ username, password }`' : 'a string'} | ${where} |`;
  });
  return `Each credential is a value, or a function (sync or async) that returns it and is called before each attempt. It is sent only to the operations that require it.\n\n| \`auth\` | value | sent as |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

/** The one that is called with the fewest arguments. */
function firstCall(resources: Model['resources']): string {
  const methods = resources.flatMap(({ name, methods: own }) => own.map((method) => ({ name, method })));
  const required = ({ parameters }: MethodModel): string[] =>
    parameters.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  const [first] = methods.toSorted((left, right) => required(left.method).length - required(right.method).length);
  if (first === undefined) return '// The document has no operations.';
  const access = (name: string): string => (printName(name) === name ? `.${name}` : `[${quoted(name)}]`);
  const { answer } = first.method;
  const isVoid = answer.kind === 'keyword' && answer.name === 'void';
  return `${isVoid ? '' : 'const result = '}await client${access(first.name)}${access(first.method.name)}(${required(first.method).join(', ')});`;
}

function code(text: string): string {
  return text === '' ? '`""`' : `\`${text.replaceAll('`', '').replaceAll('|', '\\|')}\``;
}
