import type { CodecModel, CodecNode, CodecTable } from '../model.js';
import { isRecord } from './fits.js';

/** Converts wire values to public names, for the arguments and the expected responses of the cases. */
export class Decoder {
  readonly #constants: ReadonlyMap<string, CodecNode>;

  constructor(constants: readonly CodecModel[]) {
    this.#constants = new Map(constants.map(({ name, codec }) => [name, codec]));
  }

  decode(value: unknown, node: CodecNode | undefined): unknown {
    const table = this.#table(node);
    if (!table) return value;
    if (Array.isArray(value)) return value.map((item: unknown) => this.decode(item, table.items));
    if (!isRecord(value)) return value;
    const fields = Object.entries(value).map(([wire, inner]) => {
      const name = (Object.hasOwn(table.names, wire) ? table.names[wire] : undefined) ?? wire;
      const field = Object.hasOwn(table.fields, name) ? table.fields[name] : table.values;
      return [name, this.decode(inner, field)] as const;
    });
    return Object.fromEntries(fields);
  }

  #table(node: CodecNode | undefined): CodecTable | undefined {
    return node?.kind === 'constant' ? this.#table(this.#constants.get(node.name)) : node;
  }
}
