// The time that typed output adds to a chat call, without the network. All send the same body, and read the same JSON.
import { Runcrate } from '@runcrate/sdk';
import { jsonSchema } from '@runcrate/sdk/tools';
import { inRounds, type Contestant } from '../rounds.js';
import { apiKey, chatParams, fieldsText, fieldNames } from '../samples.js';
import { report } from './report.js';
import { jsonStub } from './stub.js';

interface Completion {
  readonly choices: readonly { readonly message: { readonly content?: unknown } }[];
}

interface Body {
  readonly response_format: {
    readonly json_schema: { readonly name: string; readonly strict: boolean; readonly schema: object };
  };
}

const units = 300;
const url = 'https://api.runcrate.ai/v1/chat/completions';
const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
const fetch = jsonStub(fieldsText);

/** A third of the fields is optional. */
const schema = jsonSchema({
  schema: {
    type: 'object',
    properties: Object.fromEntries(fieldNames.map((name) => [name, { type: 'string', description: `The ${name}.` }])),
    required: fieldNames.filter((_, at) => at % 3 !== 0),
  },
});

const body = await bodyOfFirst();
const { name, strict, schema: sent } = body.response_format.json_schema;
const responseFormat = { type: 'json_schema', jsonSchema: { name, strict, schema: sent } } as const;
const client = new Runcrate({ apiKey, fetch });

const contestants: Record<string, Contestant> = {
  'raw fetch': repeated(async () => {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return contentOf(JSON.parse(await response.text()) as Completion);
  }),
  chatCompletion: repeated(async () =>
    contentOf(await client.models.chatCompletion({ ...chatParams, responseFormat })),
  ),
  parse: repeated(async () => (await client.models.parse({ ...chatParams, schema })).parsed),
};

report(await inRounds(contestants, { warmUps: 20, rounds: 60, units }));

/** What the first call sends, which converts the schema and is not counted. */
async function bodyOfFirst(): Promise<Body> {
  let text = '';
  const recorder: typeof fetch = (input, init) => {
    text = init?.body as string;
    return fetch(input, init);
  };
  await new Runcrate({ apiKey, fetch: recorder }).models.parse({ ...chatParams, schema });
  return JSON.parse(text) as Body;
}

function contentOf({ choices }: Completion): unknown {
  return JSON.parse(choices[0]!.message.content as string);
}

/** One turn. Resolves with the number of characters received. */
function repeated(call: () => Promise<unknown>): Contestant {
  return async () => {
    let characters = 0;
    for (let done = 0; done < units; done++) {
      characters += ((await call()) as Record<string, string>)[fieldNames[1]!]!.length;
    }
    return characters;
  };
}
