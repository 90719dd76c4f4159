import type { SdkConfig } from '../../../codegen/config/config-types.js';
import { operation, type Row } from './warehouse.js';

const reason = 'The names and classes of the SDK are declared in the config, which oasdiff does not know.';
const named: SdkConfig = { resources: { crates: { look: 'getStack' } } };

/** Rows in which sdk.config.ts changes, or hides a change of the document. */
export const configRows: readonly Row[] = [
  {
    title: 'a method renamed by the config is breaking',
    oldConfig: named,
    config: { resources: { crates: { peek: 'getStack' } } },
    says: [['breaking', 'rc.crates.peek is the new name of rc.crates.look.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a type renamed by the config is breaking, and is still the same type where it is used',
    oldConfig: {},
    config: { types: { Crate: 'Box' } },
    says: [['breaking', 'Box is the new name of Crate.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a retry class of the config with more retries is breaking',
    oldConfig: { retry: { createCrate: 'once' } },
    config: { retry: { createCrate: 'paid' } },
    says: [['breaking', 'rc.crates.create has the retry class `paid` now, was `once`: retried more than before.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a retry class with fewer retries is a fix',
    oldConfig: { retry: { createCrate: 'safe' } },
    config: { retry: { createCrate: 'once' } },
    says: [['fix', 'rc.crates.create has the retry class `once` now, was `safe`: retried less than before.']],
    step: 'patch',
  },
  {
    title: 'another error class of a status is breaking',
    oldConfig: { errors: { 404: 'ApiError', 409: 'ConflictError' } },
    config: { errors: { 404: 'NotFoundError', 409: 'ConflictError' } },
    says: [['breaking', 'status 404 throws NotFoundError now, was ApiError.']],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a field that becomes a positional parameter is breaking',
    oldConfig: {},
    config: { resources: { crates: { create: { operation: 'createCrate', positional: ['state'], params: 'Rest' } } } },
    says: [
      ['breaking', 'rc.crates.create(params).state was removed.'],
      ['breaking', 'rc.crates.create(state) is a new parameter before the options.'],
      ['addition', 'rc.crates.create(params) is optional now.'],
      ['addition', 'Rest is a new type.'],
    ],
    step: 'major',
    oasdiff: reason,
  },
  {
    title: 'a string that may be passed as a file is an addition',
    oldConfig: {},
    config: { files: { CrateCreateRequest: { label: 'image' } } },
    says: [['addition', 'rc.crates.create(params).label is ImageInput now, was string.']],
    step: 'minor',
  },
  {
    title: 'a new hint is documentation',
    oldConfig: {},
    config: { hints: { getStack: [{ status: 404, hint: 'Build one first.' }] } },
    says: [['fix', 'rc.crates.getStack has different error hints now.']],
    step: 'patch',
  },
  {
    title: 'another operationId changes nothing if the config names the method',
    change: (document) => {
      operation(document, 'getStack').operationId = 'peekStack';
    },
    config: { resources: { crates: { look: 'peekStack' } } },
    says: [],
    step: 'none',
  },
];
