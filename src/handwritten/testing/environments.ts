import { enveloped, failure, listed, nothing, refusedField, type Answer } from './answer.js';
import { fieldsOf, type ApiCall, type Context, type Handler } from './call.js';
import { nextId, timeText, type EnvironmentRecord, type World } from './world.js';

function viewOf({ id, name, isDefault, createdAt, updatedAt }: EnvironmentRecord) {
  return { id, name, is_default: isDefault, created_at: timeText(createdAt), updated_at: timeText(updatedAt) };
}

export function addEnvironment(world: World, name: string, isDefault: boolean, now: number): EnvironmentRecord {
  const environment = { id: nextId(world), name, isDefault, createdAt: now, updatedAt: now };
  world.environments.set(environment.id, environment);
  return environment;
}

/** By its name, or the default one; undefined if there is none of that name. */
export function findEnvironment({ environments }: World, name: string | undefined): EnvironmentRecord | undefined {
  for (const environment of environments.values()) {
    if (name === undefined ? environment.isDefault : environment.name === name) return environment;
  }
  return undefined;
}

function nameProblem(world: World, name: string | undefined, id?: string): Answer | undefined {
  if (name === undefined) return undefined;
  if (name.trim() === '') return refusedField('name', 'must not be empty');
  const other = findEnvironment(world, name);
  return other && other.id !== id ? refusedField('name', 'is the name of another environment') : undefined;
}

const missing = (): Answer => failure(404, 'Environment not found.');

const ownOf = ({ path: { id = '' } }: ApiCall, { world }: Context): EnvironmentRecord | undefined =>
  world.environments.get(id);

export const environmentHandlers: Readonly<Record<string, Handler>> = {
  listEnvironments: (_, { world }) => listed([...world.environments.values()].map(viewOf)),
  createEnvironment: (call, { world }) => {
    const { name } = fieldsOf<{ readonly name: string }>(call);
    return nameProblem(world, name) ?? enveloped(viewOf(addEnvironment(world, name, false, call.now)), 201);
  },
  getEnvironment: (call, context) => {
    const environment = ownOf(call, context);
    return environment ? enveloped(viewOf(environment)) : missing();
  },
  updateEnvironment: (call, context) => {
    const environment = ownOf(call, context);
    if (!environment) return missing();
    const { name, is_default: isDefault } = fieldsOf<{ readonly name?: string; readonly is_default?: boolean }>(call);
    const problem = nameProblem(context.world, name, environment.id);
    if (problem) return problem;
    if (isDefault === false && environment.isDefault) {
      return refusedField('is_default', 'can only be set: make another environment the default one');
    }
    environment.name = name ?? environment.name;
    environment.updatedAt = call.now;
    if (isDefault) for (const other of context.world.environments.values()) other.isDefault = other === environment;
    return enveloped(viewOf(environment));
  },
  deleteEnvironment: (call, context) => {
    const environment = ownOf(call, context);
    if (!environment) return missing();
    if (environment.isDefault) return failure(409, 'The default environment can’t be deleted.');
    const { instances, volumes, environments } = context.world;
    const isUsed =
      [...instances.values()].some((instance) => instance.environment === environment.id && !instance.end) ||
      [...volumes.values()].some((volume) => volume.environment === environment.id);
    if (isUsed) return failure(409, 'The environment still has instances or volumes.');
    environments.delete(environment.id);
    return nothing;
  },
};
