import type { AnswerModel, ChoiceModel, CodecModel, CodecNode, CodecTable, OperationModel } from '../model.js';

interface Coded {
  readonly operations: readonly OperationModel[];
  readonly codecs: readonly CodecModel[];
}

/** A table with one reference is inlined; a table that is shared or recursive gets a name. */
export function inlineCodecs({ operations, codecs }: Coded): Coded {
  const tables = new Map(codecs.map(({ name, codec }) => [name, codec]));
  const mentions = [...operations.flatMap(nodesOf), ...codecs.map(({ codec }) => codec)].flatMap(mentionsIn);
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name, isLate } of mentions) {
    if (isLate || seen.has(name)) shared.add(name);
    seen.add(name);
  }
  const inline = (node: CodecNode): CodecNode => {
    if (node.kind === 'table') return withChildren(node, inline);
    const table = shared.has(node.name) ? undefined : tables.get(node.name);
    return table ? inline(table) : node;
  };
  return {
    operations: operations.map((operation) => withNodes(operation, inline)),
    codecs: codecs.flatMap(({ name, codec }) => (shared.has(name) ? [{ name, codec: inline(codec) }] : [])),
  };
}

function nodesOf({ parameters, body, choose, answer }: OperationModel): CodecNode[] {
  return [...parameters, body, ...Object.values(choose?.others ?? {}), answer, answer.stream].flatMap(
    (place) => place?.codec ?? [],
  );
}

function mentionsIn(node: CodecNode): Extract<CodecNode, { kind: 'constant' }>[] {
  return node.kind === 'constant' ? [node] : childrenOf(node).flatMap(mentionsIn);
}

function childrenOf({ fields, items, values }: CodecTable): CodecNode[] {
  return [...Object.values(fields), items ?? [], values ?? []].flat();
}

type Change = (node: CodecNode) => CodecNode;

function withChildren(table: CodecTable, change: Change): CodecTable {
  const { fields, items, values } = table;
  return {
    ...table,
    fields: Object.fromEntries(Object.entries(fields).map(([name, inner]) => [name, change(inner)])),
    ...(items ? { items: change(items) } : {}),
    ...(values ? { values: change(values) } : {}),
  };
}

function withNodes(operation: OperationModel, change: Change): OperationModel {
  const { parameters, body, choose } = operation;
  return {
    ...operation,
    parameters: parameters.map((parameter) => withNode(parameter, change)),
    ...(body ? { body: withNode(body, change) } : {}),
    ...(choose ? { choose: { ...choose, others: withEach(choose.others, change) } } : {}),
    answer: withStream(withNode(operation.answer, change), change),
  };
}

function withEach(bodies: ChoiceModel['others'], change: Change): ChoiceModel['others'] {
  return Object.fromEntries(Object.entries(bodies).map(([type, body]) => [type, withNode(body, change)]));
}

function withNode<Place extends { readonly codec?: CodecNode }>(place: Place, change: Change): Place {
  return place.codec ? { ...place, codec: change(place.codec) } : place;
}

function withStream(answer: AnswerModel, change: Change): AnswerModel {
  return answer.stream ? { ...answer, stream: withNode(answer.stream, change) } : answer;
}
