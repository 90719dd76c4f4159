import { StructureKind, VariableDeclarationKind, type VariableStatementStructure } from 'ts-morph';

/** `export const name: type = text;` */
export function constantOf(
  name: string,
  text: string,
  { type, docs = [] }: { readonly type?: string; readonly docs?: string[] } = {},
): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    leadingTrivia: '\n',
    declarationKind: VariableDeclarationKind.Const,
    docs,
    declarations: [{ name, initializer: text, ...(type === undefined ? {} : { type }) }],
  };
}
