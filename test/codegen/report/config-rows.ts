import type { SdkConfig } from '../../../codegen/config/config-types.js';
import { operation, type Row } from './warehouse.js';

const reason = 'The names and classes of the SDK are declared in the config, which oasdiff does not know.';
const named: SdkConfig = { resources: { crates: { look: 'getStack' } } };

/** The document stays as it is; what changed is sdk.config.ts, or would have, without it. */
export const configRows: readonly Row[] = [
  {
    title: 'a method that the config renames breaks',
    oldConfig: named,
    config: { resources: { crates: { peek: 'getStack' } } },
    says: [['breaking', 'rc.crates.peek is the new name of rc.crates.look.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a type that the config renames breaks, and is the same type where it is used',
    oldConfig: {},
    config: { types: { Crate: 'Box' } },
    says: [['breaking', 'Box is the new name of Crate.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a call that the config lets be repeated more often breaks',
    oldConfig: { retry: { createCrate: 'once' } },
    config: { retry: { createCrate: 'paid' } },
    says: [['breaking', 'rc.crates.create is repeated as `paid` now, was `once`: more than before.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a call that is repeated less often is a fix',
    oldConfig: { retry: { createCrate: 'safe' } },
    config: { retry: { createCrate: 'once' } },
    says: [['fix', 'rc.crates.create is repeated as `once` now, was `safe`: less than before.']],
    step: 'patch',
  },
  {
    title: 'an error of another class breaks who catches it',
    oldConfig: { errors: { 404: 'ApiError', 409: 'ConflictError' } },
    config: { errors: { 404: 'NotFoundError', 409: 'ConflictError' } },
    says: [['breaking', 'status 404 is thrown as NotFoundError now, was ApiError.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a field that becomes an argument of its own breaks',
    oldConfig: {},
    config: { resources: { crates: { create: { operation: 'createCrate', positional: ['state'], params: 'Rest' } } } },
    says: [
      ['breaking', 'rc.crates.create(params).state is gone.'],
      ['breaking', 'rc.crates.create(state) is a new argument, before the options.'],
      ['addition', 'rc.crates.create(params) is optional now.'],
      ['addition', 'Rest is a new type.'],
    ],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a text that may be given as a file is an addition',
    oldConfig: {},
    config: { files: { CrateCreateRequest: { label: 'image' } } },
    says: [['addition', 'rc.crates.create(params).label is ImageInput now, was string.']],
    step: 'minor',
  },
  {
    title: 'another advice is documentation',
    oldConfig: {},
    config: { hints: { getStack: [{ status: 404, hint: 'Build one first.' }] } },
    says: [['fix', 'rc.crates.getStack gives other advice when it fails.']],
    step: 'patch',
  },
  {
    title: 'another operationId changes nothing where the config names the method',
    change: (document) => {
      operation(document, 'getStack').operationId = 'peekStack';
    },
    config: { resources: { crates: { look: 'peekStack' } } },
    says: [],
    step: 'none',
  },
];
