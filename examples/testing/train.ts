// A training run on a GPU instance that is always terminated. It takes the client as an argument, so that a test can
// pass one of a simulator: see the tests in this folder.
import type { Runcrate } from '@runcrate/sdk';

/** Creates an instance, passes its IP address to `work`, and terminates it. `name` must be unique. */
export async function train<T>(rc: Runcrate, name: string, work: (ip: string) => T | Promise<T>): Promise<T> {
  try {
    const { id } = await rc.instances.create({ name, gpuType: 'A100' });
    const { ip } = await rc.instances.waitUntilReady(id);
    return await work(ip ?? '');
  } finally {
    // By its name: if the response of `create` is lost, its id is unknown, and the instance is billed all the same.
    for (const instance of await rc.instances.list({ search: name })) {
      if (instance.name === name) await rc.instances.terminate(instance.id);
    }
  }
}
