import { expect, test } from 'vitest';
import { toolCalls, words, wordsWithoutEnd } from '../helpers/chat-answer.js';
import { useExamples } from '../helpers/example.js';
import { answer, cutInBody, loopbackServer, type AcceptedRequest } from '../helpers/loopback-server.js';
import { environmentOf } from '../helpers/program.js';

const examples = useExamples();

test.concurrent('the terminal chat streams responses and sends the whole conversation', async () => {
  await using server = await loopbackServer([words('Hi', ' there'), words('Yes.')]);
  const chat = await examples.start('chat-in-terminal', { environment: environmentOf(server), args: ['a/model'] });
  chat.type('Hello');
  await chat.printed('Hi there');
  chat.type('Really?');
  await chat.printed('Yes.');
  chat.endInput();
  expect(await chat.finished).toMatchObject({ exitCode: 0 });
  expect(server.requests.map(readBody)).toMatchObject([{ model: 'a/model', stream: true }, {}]);
  expect(conversationOf(server.requests[1])).toEqual([
    'system: You answer briefly.',
    'user: Hello',
    'assistant: Hi there',
    'user: Really?',
  ]);
});

test.concurrent('Ctrl-C stops the response in the terminal chat, then the program', async () => {
  await using server = await loopbackServer([wordsWithoutEnd('Once upon'), words('Sure.')]);
  const chat = await examples.start('chat-in-terminal', { environment: environmentOf(server) });
  chat.type('Tell me a story');
  await chat.printed('Once upon');
  chat.signal('SIGINT');
  await chat.printed('(stopped)');
  await server.requests[0]?.closed;
  chat.type('Go on');
  await chat.printed('Sure.\n> ');
  chat.signal('SIGINT');
  expect(await chat.finished).toMatchObject({ exitCode: 0 });
  expect(conversationOf(server.requests[1])).toContain('assistant: Once upon');
});

test.concurrent('the terminal chat continues after an error and removes the question without a response', async () => {
  const refused = answer({ status: 402, body: { error: { code: 'insufficient_credits', message: 'No credits.' } } });
  await using server = await loopbackServer([refused, words('Better.')]);
  const chat = await examples.start('chat-in-terminal', { environment: environmentOf(server) });
  chat.type('One');
  await chat.printed('No credits.');
  chat.type('Two');
  chat.type('/exit');
  expect(await chat.finished).toMatchObject({ exitCode: 0 });
  expect(conversationOf(server.requests[1])).toEqual(['system: You answer briefly.', 'user: Two']);
});

test.concurrent('the terminal chat reports an interrupted response and keeps it', async () => {
  const text = 'data: {"choices":[{"index":0,"delta":{"content":"Half"}}]}\n\n';
  const half = cutInBody(
    { headers: { 'content-type': 'text/event-stream', 'content-length': '999' }, body: text },
    999,
  );
  await using server = await loopbackServer([half, words('Whole.')]);
  const chat = await examples.start('chat-in-terminal', { environment: environmentOf(server) });
  chat.type('One');
  await chat.printed('The connection was lost before the completion was finished.');
  chat.type('Two');
  chat.endInput();
  expect(await chat.finished).toMatchObject({ exitCode: 0 });
  expect(conversationOf(server.requests[1])).toContain('assistant: Half');
});

const types = answer({
  body: { data: [{ id: 'a100-1', gpu_type: 'A100', gpu_count: 1, hourly_rate: 1.5 }], meta: {} },
});

test.concurrent('the tool loop runs the tools that the model calls and sends back their results', async () => {
  const rounds = [toolCalls(['find_gpus', '{"gpuType":"A100"}'], ['get_balance', '{}']), words('For 20 hours.')];
  await using server = await loopbackServer(({ url }) => {
    if (url.includes('/instances/types')) return types;
    if (url.includes('/billing/balance')) return answer({ body: { data: { creditsBalance: 30 } } });
    return rounds.shift() ?? answer({ status: 501 });
  });
  const { exitCode, output } = await examples.run('tool-loop', { environment: environmentOf(server) });
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toContain('→ find_gpus({"gpuType":"A100"})\n→ get_balance({})\nFor 20 hours.\n\nRounds: 2');
  const [first, second] = chatsOf(server.requests);
  expect(first).toMatchObject({ tool_choice: 'auto', tools: [{ function: { name: 'find_gpus' } }, {}] });
  expect(second?.messages.slice(1)).toMatchObject([
    { role: 'assistant', tool_calls: [{ id: 'call-0', function: { name: 'find_gpus' } }, { id: 'call-1' }] },
    { role: 'tool', tool_call_id: 'call-0', content: '[{"id":"a100-1","gpuCount":1,"hourlyRate":1.5}]' },
    { role: 'tool', tool_call_id: 'call-1', content: '{"creditsBalance":30}' },
  ]);
  expect(server.requests.find(({ url }) => url.includes('types'))?.url).toContain('gpu_type=A100');
});

test.concurrent('the tool loop sends every tool error back to the model', async () => {
  const rounds = [
    toolCalls(['find_gpus', '{"gpuType":'], ['find_gpus', '{"gpuType":7}'], ['launch', '{}'], ['get_balance', '{}']),
    words('I could not find out.'),
  ];
  await using server = await loopbackServer(({ url }) =>
    url.includes('/billing/')
      ? answer({ status: 403, body: { error: { code: 'forbidden', message: 'Not with this key.' } } })
      : (rounds.shift() ?? answer({ status: 501 })),
  );
  const { exitCode, output } = await examples.run('tool-loop', { environment: environmentOf(server) });
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  const results = chatsOf(server.requests)[1]
    ?.messages.slice(2)
    .map(({ content }) => content);
  expect(results).toEqual([
    expect.stringMatching(/^The arguments are not valid JSON: /),
    expect.stringMatching(/^The arguments are not valid:\ngpuType: /),
    'There is no tool named "launch". The tools are: find_gpus, get_balance.',
    'Not with this key.',
  ]);
});

test.concurrent('the tool loop disables tools in its last round and fails after it', async () => {
  await using server = await loopbackServer(({ url }) =>
    url.includes('/billing/') ? answer({ body: { data: { creditsBalance: 30 } } }) : toolCalls(['get_balance', '{}']),
  );
  const { exitCode, output } = await examples.run('tool-loop', { environment: environmentOf(server) });
  expect(exitCode).toBe(1);
  expect(output).toContain('The model still calls tools after 5 rounds.');
  expect(chatsOf(server.requests).map(({ tool_choice }) => tool_choice)).toEqual([
    ...Array.from({ length: 4 }, () => 'auto'),
    'none',
  ]);
});

interface ChatBody {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tool_choice?: string;
}

function readBody({ body }: AcceptedRequest): ChatBody {
  return JSON.parse(body.toString()) as ChatBody;
}

function chatsOf(requests: readonly AcceptedRequest[]): ChatBody[] {
  return requests.filter(({ url }) => url.endsWith('/chat/completions')).map(readBody);
}

function conversationOf(request: AcceptedRequest | undefined): string[] {
  return request === undefined ? [] : readBody(request).messages.map(({ role, content }) => `${role}: ${content}`);
}
