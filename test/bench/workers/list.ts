// The time to read a list of instances and to convert its fields to their public names.
import { Runcrate } from '@runcrate/sdk';
import { inRounds } from '../rounds.js';
import { apiKey, instancesText } from '../samples.js';
import { report } from './report.js';
import { jsonStub } from './stub.js';

const units = 100;
const fetch = jsonStub(instancesText(50));
const client = new Runcrate({ apiKey, fetch });

report(
  await inRounds(
    {
      'raw fetch': repeated(async () => {
        const headers = { authorization: `Bearer ${apiKey}` };
        const response = await fetch('https://runcrate.ai/api/v1/instances', { headers });
        const { data } = JSON.parse(await response.text()) as { data: { gpu_count: number }[] };
        return data.reduce((sum, instance) => sum + instance.gpu_count, 0);
      }),
      runcrate: repeated(async () => {
        const instances = await client.instances.list();
        return instances.reduce((sum, instance) => sum + (instance.gpuCount ?? 0), 0);
      }),
    },
    { warmUps: 20, rounds: 60, units },
  ),
);

function repeated(call: () => Promise<number>): () => Promise<number> {
  return async () => {
    let sum = 0;
    for (let done = 0; done < units; done++) sum += await call();
    return sum;
  };
}
