import { flat } from './layout.js';
import { printStatements } from './print-statement.js';
import type { Property, Signature, Statement } from './statement.js';

/** The statements unbroken where Prettier would keep a break. */
export function flatText(statements: readonly Statement[]): string {
  return printStatements(statements.map(flattened));
}

function flattened(statement: Statement): Statement {
  switch (statement.kind) {
    case 'const': {
      const { type, value } = statement;
      return { ...statement, value: flat(value), ...(type === undefined ? {} : { type: flat(type) }) };
    }
    case 'alias':
      return { ...statement, type: flat(statement.type) };
    case 'interface': {
      const { extends: parents, properties } = statement;
      const own = parents === undefined ? {} : { extends: parents.map(flat) };
      return { ...statement, ...own, properties: properties.map(flatProperty) };
    }
    case 'class': {
      const { properties, methods } = statement;
      return {
        ...statement,
        properties: properties.map(flatProperty),
        methods: methods.map((method) => ({
          ...method,
          signature: flatSignature(method.signature),
          overloads: method.overloads.map((overload) => ({ ...overload, ...flatSignature(overload) })),
          body: flat(method.body),
        })),
      };
    }
    default:
      return statement;
  }
}

function flatSignature({ parameters, result }: Signature): Signature {
  return { parameters: parameters.map(flatProperty), result: flat(result) };
}

function flatProperty<Own extends Pick<Property, 'type'>>(property: Own): Own {
  return { ...property, type: flat(property.type) };
}
