import { bundled } from '../../scripts/bundle.mjs';

/** The path of a script of this repository that Node runs as it stands, like `codegen/main.ts` under tsx. */
export function compiled(script: string): Promise<string> {
  return bundled(script);
}
