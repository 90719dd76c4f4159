import type { Runcrate } from '@runcrate/sdk';
import { tool } from '@runcrate/sdk/tools';
import { type } from 'arktype';

/* The types of a value and of arguments follow from the schema, without a cast. Never run. */

const schema = type({ city: 'string', 'days?': 'number' });

interface Output {
  city: string;
  days?: number;
}
type IsSame<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

export async function value(rc: Runcrate): Promise<void> {
  const chat = { model: 'a/model', messages: [{ role: 'user', content: 'Extract.' }] } as const;
  const { parsed } = await rc.models.parse({ ...chat, schema });
  const isSame: IsSame<typeof parsed, Output> = true;
  const stream = await rc.chat.completions.parse({ ...chat, schema, stream: true });
  const final = await stream.finalCompletion();
  const isSameOfStream: IsSame<typeof final.parsed, Output> = true;
  const lookup = tool({
    name: 'lookup',
    parameters: schema,
    execute: (args) => {
      const isSameOfTool: IsSame<typeof args, Output> = true;
      return [args.city, isSameOfTool];
    },
  });
  const { completion } = await rc.models.runTools({ ...chat, tools: [lookup] });
  // @ts-expect-error -- not any
  const wrong: symbol = parsed.city;
  console.log(isSame, isSameOfStream, final.id, completion.id, wrong);
}
