import type { SdkConfig } from '../config/config-types.js';
import type { Spec } from '../read/spec.js';
import { inOrder, type Change } from './changes.js';
import { compareAccepted } from './compare-accepted.js';
import { compareCalls } from './compare-calls.js';
import { compareClients } from './compare-clients.js';
import { compareTypes } from './compare-types.js';
import { openEdition } from './edition.js';
import { withFittedConfig } from './fitted-config.js';
import { pairOf } from './pair.js';
import { stepOf, type Step } from './severity.js';
import { serverUrls, translated } from './translated-config.js';

/** The changes for users of the SDK between two documents. */
export interface Report {
  readonly old: string;
  readonly new: string;
  readonly step: Step;
  readonly changes: readonly Change[];
  /** Entries of the config that match nothing in the new document: `npm run generate` stops there. */
  readonly unfound: readonly string[];
}

interface Comparison {
  readonly old: Spec;
  readonly new: Spec;
  readonly config: SdkConfig;
  /** The config of the old document, if names in it have changed since. */
  readonly oldConfig?: SdkConfig;
}

export function reportOn({ old, new: now, config, oldConfig }: Comparison): Report {
  const own = [old, now].some((spec) => isFor(config, spec)) ? config : withoutNames(config);
  const before = withFittedConfig(oldConfig ?? translated(own, now, old), (fitted) => openEdition(old, fitted));
  const after = withFittedConfig(translated(own, old, now), (fitted) => openEdition(now, fitted));
  const pair = pairOf(before.built, after.built);
  const told = [...compareClients(pair), ...compareCalls(pair), ...compareTypes(pair)];
  const changes = inOrder([...told, ...compareAccepted(pair, told)]);
  return { old: old.file, new: now.file, step: stepOf(changes), changes, unfound: after.unfound };
}

/** A config without any server of the document belongs to another API. */
function isFor({ servers }: SdkConfig, spec: Spec): boolean {
  const urls = serverUrls(spec);
  return servers === undefined || Object.values(servers).some(({ url }) => urls.includes(url));
}

/** Default names, as with `--spec`. */
function withoutNames({ errors }: SdkConfig): SdkConfig {
  return errors ? { errors } : {};
}
