import type { Doc } from '../build/type-node.js';
import { around, broken, group, indented, type Layout } from './layout.js';
import { printDoc } from './print-doc.js';
import type { ClassStatement, Method, Property, Signature, Statement } from './statement.js';

/** The statements with their lines broken, an empty line between those that are not imports or exports. */
export function printStatements(statements: readonly Statement[]): string {
  let text = '';
  let before: Statement['kind'] | undefined;
  for (const statement of statements) {
    const { kind } = statement;
    const isNext = before === undefined || (kind === before && (kind === 'import' || kind === 'export'));
    text += `${isNext ? '' : '\n'}${printStatement(statement)}\n`;
    before = kind;
  }
  return text;
}

function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'import': {
      const { names, from, isTypeOnly = false } = statement;
      const named = typeof names === 'string' ? `* as ${names}` : group('object', ['{', '}'], names);
      return line(around(`import ${isTypeOnly ? 'type ' : ''}`, named, ` from '${from}';`));
    }
    case 'export': {
      const { names, from } = statement;
      if (from === undefined) return 'export {};';
      return line(around('export type ', group('object', ['{', '}'], names), ` from '${from}';`));
    }
    case 'const': {
      const { name, type, value, doc } = statement;
      const start = line(type === undefined ? `export const ${name}` : around(`export const ${name}: `, type), '', 4);
      const used = start.length - start.lastIndexOf('\n');
      return `${comment(doc)}${start} = ${broken(value, '', used + 4)};`;
    }
    case 'alias': {
      const { name, doc, type } = statement;
      return comment(doc) + line(around(`export type ${name} = `, type, ';'));
    }
    case 'interface': {
      const { name, doc, extends: parents = [], properties } = statement;
      const head = `export interface ${name} `;
      const all = parents.length === 0 ? '{' : line(group('call', ['extends ', ' {'], parents), '', head.length);
      if (properties.length === 0) return `${comment(doc)}${head}${all}}`;
      return `${comment(doc)}${head}${all}\n${properties.map(printProperty).join('')}}`;
    }
    case 'text':
      return statement.text;
    case 'class':
      return printClass(statement);
  }
}

function printClass({ name, doc, properties, construction, methods }: ClassStatement): string {
  const constructor = `  constructor(transport: Transport) {\n${construction.map((each) => `    ${each}\n`).join('')}  }\n`;
  const members = [properties.map(printProperty).join(''), constructor, ...methods.map(printMethod)];
  return `${comment(doc)}export class ${name} {\n${members.filter((member) => member !== '').join('\n')}}`;
}

function printProperty({ doc, isReadonly, ...property }: Property): string {
  const text = line(around(isReadonly ? 'readonly ' : '', typed(property), ';'), indent);
  return `${comment(doc, indent)}${indent}${text}\n`;
}

function printMethod({ name, doc, signature, overloads, body }: Method): string {
  const declared = overloads.map(
    (overload) => `${comment(overload.doc, indent)}${indent}${printSignature(name, overload, ';')}\n`,
  );
  const statement = `    ${line(body, '    ')}`;
  const own = `${indent}${printSignature(name, signature, ' {')}\n${statement}\n${indent}}\n`;
  return declared.length === 0 ? comment(doc, indent) + own : declared.join('') + own;
}

function printSignature(name: string, { parameters, result }: Signature, end: string): string {
  const typedParameters = parameters.map(typed);
  const whole = group('call', ['', ''], [group('list', [`${name}(`, ')'], typedParameters), around(': ', result, end)]);
  const isLong = typeof whole === 'object' && whole.width - 2 + indent.length > 120;
  const before = line(group('list', [`${name}(`, '): '], typedParameters, isLong), indent);
  return before + broken(around('', result, end), indent, before.length - before.lastIndexOf('\n'));
}

function typed({ name, type, isOptional = false }: Omit<Property, 'isReadonly' | 'doc'>): Layout {
  return around(`${name}${isOptional ? '?' : ''}: `, type);
}

const indent = '  ';

function line(layout: Layout, own = '', used = own.length): string {
  return broken(layout, own, used);
}

function comment(doc: Doc | undefined, own = ''): string {
  return doc ? indented(printDoc(doc), own) : '';
}
