import { buildCall } from './build/call.js';
import { buildCases } from './sample/cases.js';
import { Codecs } from './build/codecs.js';
import { buildEndpoints } from './build/endpoints.js';
import { buildClient } from './build/client.js';
import { buildOperation } from './build/operation.js';
import { buildSecurity } from './build/security.js';
import { inlineCodecs } from './build/inline-codecs.js';
import { notesOnCharsets, notesOnChoices } from './build/body.js';
import { notesOnCalls } from './build/locations.js';
import { firstServer } from './build/servers.js';
import { buildResources } from './build/resources.js';
import { buildSimulation } from './build/simulation.js';
import { Types } from './build/types.js';
import { checkConfig } from './config/check-config.js';
import type { SdkConfig } from './config/config-types.js';
import type { Endpoint } from './build/endpoint.js';
import { isModule, type Model } from './model.js';
import { checkCircles } from './shape/circles.js';
import { FieldNames, givenNames } from './shape/field-names.js';
import { Shapes } from './shape/shapes.js';
import type { Spec } from './read/spec.js';
import { Spellings } from './build/spellings.js';
import { buildEach, Stops } from './read/stop.js';
import { TypeNames } from './build/type-names.js';
import { buildUsage } from './shape/usage.js';

/** Makes every decision: the names, the types, and how each value is encoded and decoded. */
export function buildModel(spec: Spec, config: SdkConfig, core: string): Model {
  const { model } = buildWith(spec, config, core);
  // Names that are public are decided by somebody, and not by a number.
  if (!isModule(core) && model.collisions.length > 0) throw new Stops(model.collisions.map(({ stop }) => stop));
  return model;
}

/** The model, whatever collides in it, and the shapes that it was built from. */
export function buildWith(
  spec: Spec,
  config: SdkConfig,
  core: string,
): { readonly model: Model; readonly shapes: Shapes } {
  const fieldNames = new FieldNames(givenNames(spec, config));
  // All fields have to be read to see which ones can't be told apart by their public names: those are then read again.
  for (;;) {
    const count = fieldNames.size;
    const shapes = new Shapes(spec, fieldNames);
    try {
      const model = modelOf(shapes, config, core);
      if (fieldNames.size === count) return { model, shapes };
    } catch (error) {
      // The config may refer to a name of the next reading.
      if (fieldNames.size === count) throw error;
    }
  }
}

function modelOf(shapes: Shapes, config: SdkConfig, core: string): Model {
  const { spec, fieldNames, collisions } = shapes;
  // First of all: whatever follows a schema into its variants would never end.
  checkCircles(Object.keys(spec.document.components?.schemas ?? {}), shapes);
  fieldNames.tell(collisions);
  checkConfig(shapes, config);
  const endpoints = buildEndpoints(shapes, config);
  const usage = buildUsage(endpoints, shapes, config);
  const names = new TypeNames(shapes, usage, config);
  const types = new Types(shapes, names, config, endpoints);
  const spellings = new Spellings(usage, config, (field) => fieldNames.keep(shapes.keyOf(field)));
  const codecs = {
    sent: new Codecs(shapes, names, spellings, 'request'),
    received: new Codecs(shapes, names, spellings, 'answer'),
  };
  const security = isModule(core) ? buildSecurity(endpoints, spec) : undefined;
  const calls = buildEach(endpoints, (endpoint) => {
    const call = buildCall(endpoint, types);
    return { endpoint, call, built: buildOperation(endpoint, call, { types, codecs, security }) };
  });
  const foreign = security && buildClient(endpoints, spec, security);
  const constants = [...codecs.sent.constants(), ...codecs.received.constants()];
  const newTypes = calls.flatMap(({ call, built }) => [call.newType ?? [], built.newType ?? []].flat());
  let made: ReturnType<typeof buildCases> | undefined;
  // `cases.ts` and `simulator.ts` are printed from the same.
  const cases = () => (made ??= buildCases(calls, shapes, constants));
  const resources = buildResources(calls, { spec, config, names });
  return {
    source: spec.file,
    core,
    servers: serversOf(endpoints, spec, config),
    types: [...types.ofComponents(), ...newTypes],
    ...inlineCodecs({ operations: calls.map(({ built }) => built.operation), codecs: constants }),
    resources,
    cases,
    simulation: () => buildSimulation(spec, endpoints, cases()),
    notes: [
      ...notesOnCalls(spec),
      ...notesOnCharsets(endpoints),
      ...(foreign?.notes ?? []),
      ...collisions.all.map(({ note }) => note),
    ],
    hints: notesOnChoices(endpoints),
    collisions: collisions.all,
    ...(foreign ? { client: foreign.client } : {}),
  };
}

function serversOf(
  endpoints: readonly Endpoint[],
  spec: Spec,
  { servers }: SdkConfig,
): Readonly<Record<string, string>> {
  const used = Object.fromEntries(endpoints.map(({ server, serverUrl }) => [server, serverUrl]));
  if (!servers) return endpoints.length > 0 ? used : { default: firstServer(spec) };
  return Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [name, url]));
}
