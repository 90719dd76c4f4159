import { checkConfigured } from '../config/check-config.js';
import type { SdkConfig } from '../config/config-types.js';
import { takesBody, type ParameterObject } from '../read/openapi.js';
import type { Shapes } from '../shape/shapes.js';
import { buildEach } from '../read/stop.js';
import { answerOf, errorsOf } from './answer.js';
import { bodiesOf, choiceOf } from './body.js';
import type { Endpoint } from './endpoint.js';
import { configuredHomes, findHomes, type Home } from './homes.js';
import { locationsIn, type Location } from './locations.js';
import { buildParameters, declaredParameters } from './parameters.js';
import { checkServers, Servers } from './servers.js';

interface Context {
  readonly shapes: Shapes;
  readonly config: SdkConfig;
  readonly servers: Servers;
}

/** Every operation, in document order. */
export function buildEndpoints(shapes: Shapes, config: SdkConfig): readonly Endpoint[] {
  const locations = locationsIn(shapes.spec, shapes.collisions, new Set(configuredHomes(config).keys()));
  checkServers(locations, shapes.spec, config);
  const homes = findHomes(locations, config, shapes.collisions);
  const servers = new Servers(shapes.spec, config);
  return buildEach(locations, (location) => buildEndpoint(location, homes.get(location), { shapes, config, servers }));
}

function buildEndpoint(location: Location, home: Home | undefined, { shapes, config, servers }: Context): Endpoint {
  const { source } = location;
  const server = servers.of(location);
  const declared = declaredParameters(location, shapes);
  const scopes = scopesOf(config);
  const parameters = buildParameters(
    declared.filter((parameter) => !scopes.some((scope) => isScope(parameter, scope))),
    { location, given: config.parameters?.[location.id] ?? {}, shapes },
  );
  const sent = sentBodies(location, {
    parameters,
    server: server.config,
    isForeign: config.servers === undefined,
    shapes,
  });
  const { resource = '', method = '', config: own = {} } = home ?? {};
  const endpoint = {
    ...location,
    home: { resource, method, config: own },
    server: server.name,
    serverUrl: server.config.url,
    ...(server.source ? { serverSource: server.source } : {}),
    isScoped: scopes.length > 0 && scopes.every((scope) => declared.some((parameter) => isScope(parameter, scope))),
    parameters,
    ...sent,
    answer: answerOf(location, { shapes, server: server.config, paging: own.paging }),
    errors: errorsOf(source),
  };
  checkConfigured(endpoint, shapes, config);
  return endpoint;
}

/** fetch rejects a body where HTTP does not define one; an optional body is dropped. */
function sentBodies(
  { method, source }: Location,
  context: Parameters<typeof bodiesOf>[1],
): Pick<Endpoint, 'body' | 'choice'> {
  // Without an optional one; what requires its body is not here: see obstacle.ts.
  if (!source.requestBody || !takesBody(method)) return {};
  const bodies = bodiesOf(context.shapes.spec.resolve(source.requestBody), context);
  const [body] = bodies;
  const choice = choiceOf(bodies, context);
  return { ...(body ? { body } : {}), ...(choice ? { choice } : {}) };
}

type Scope = Pick<ParameterObject, 'in' | 'name'>;

function scopesOf({ environment }: SdkConfig): readonly Scope[] {
  return environment
    ? [
        { in: 'query', name: environment.query },
        { in: 'header', name: environment.header },
      ]
    : [];
}

function isScope(parameter: ParameterObject, scope: Scope): boolean {
  return parameter.in === scope.in && parameter.name.toLowerCase() === scope.name.toLowerCase();
}
