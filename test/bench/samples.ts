// The requests and responses of the stubbed servers.

export const apiKey = 'rc_live_bench';

export const chatParams = {
  model: 'deepseek-ai/DeepSeek-V3',
  messages: [
    { role: 'system', content: 'You answer in one sentence.' },
    { role: 'user', content: 'Why is the sky blue?' },
  ],
  temperature: 0.7,
} as const;

export const chatText = JSON.stringify({
  id: 'chatcmpl-8f3b1c52',
  object: 'chat.completion',
  created: 1_772_442_867,
  model: 'deepseek-ai/DeepSeek-V3',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'Air scatters blue light more than red light, so blue comes from all over.',
      },
      logprobs: null,
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 24, completion_tokens: 17, total_tokens: 41 },
});

/** The fields of a schema of typed output. */
export const fieldNames: readonly string[] = Array.from({ length: 30 }, (_, at) => `field${at}`);

/** A completion with JSON of these fields: every sixth is null, which is optional. */
export const fieldsText = JSON.stringify({
  ...(JSON.parse(chatText) as object),
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: JSON.stringify(
          Object.fromEntries(fieldNames.map((name, at) => [name, at % 6 === 0 ? null : `text ${at}`])),
        ),
      },
      finish_reason: 'stop',
    },
  ],
});

export function instancesText(count: number): string {
  const data = Array.from({ length: count }, (_, at) => ({
    id: `4f6c1d2e-8a37-4b0e-9c55-2d1f7e90${1000 + at}`,
    name: `training-run-${at}`,
    status: 'running',
    gpu_type: 'A100',
    gpu_count: 1 + (at % 8),
    cpu_cores: 16,
    memory: 128,
    storage: 512,
    region: 'us-east-1',
    ip: '203.0.113.24',
    os_image: 'ubuntu-22.04',
    cost_per_hour: 1.89,
    deployed_at: '2026-03-02T09:16:03.118204+00:00',
    created_at: '2026-03-02T09:14:27.481920+00:00',
    updated_at: '2026-03-02T09:16:03.118204+00:00',
  }));
  return JSON.stringify({ data, meta: { hasMore: false, total: count, requestId: 'req_01JNB6ZQ4T' } });
}

function chunk(content: string): string {
  const choices = [{ index: 0, delta: { content }, finish_reason: null }];
  const head = { id: 'chatcmpl-8f3b1c52', object: 'chat.completion.chunk', created: 1_772_442_867 };
  return `data: ${JSON.stringify({ ...head, model: chatParams.model, choices })}\n\n`;
}

const done = 'data: [DONE]\n\n';

/** The events of a streamed chat completion, `[DONE]` included. */
export function chatEvents(count: number): readonly string[] {
  return [...Array.from({ length: count }, (_, at) => chunk(` word${at % 10}`)), done];
}

/** One event with this many characters of content, and `[DONE]`. */
export function largeEvent(characters: number): string {
  return chunk('x'.repeat(characters)) + done;
}
