// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Method, RequestOptions } from '../src/handwritten/core/operation/operation.js';
import * as operations from './operations.js';
import type { Resources } from './resources.js';

/** Every operation, by operationId. */
export const operationsById = {
  createChatCompletion: operations.createChatCompletion,
  createImage: operations.createImage,
  createVideo: operations.createVideo,
  getVideo: operations.getVideo,
  downloadVideo: operations.downloadVideo,
  createSpeech: operations.createSpeech,
  createTranscription: operations.createTranscription,
  createEmbedding: operations.createEmbedding,
  listModels: operations.listModels,
  listInstances: operations.listInstances,
  createInstance: operations.createInstance,
  listInstanceTypes: operations.listInstanceTypes,
  getInstance: operations.getInstance,
  terminateInstance: operations.terminateInstance,
  getInstanceStatus: operations.getInstanceStatus,
  listEnvironments: operations.listEnvironments,
  createEnvironment: operations.createEnvironment,
  getEnvironment: operations.getEnvironment,
  updateEnvironment: operations.updateEnvironment,
  deleteEnvironment: operations.deleteEnvironment,
  listSshKeys: operations.listSshKeys,
  createSshKey: operations.createSshKey,
  deleteSshKey: operations.deleteSshKey,
  listStorageVolumes: operations.listStorageVolumes,
  createStorageVolume: operations.createStorageVolume,
  listStorageRegions: operations.listStorageRegions,
  getStorageVolume: operations.getStorageVolume,
  resizeStorageVolume: operations.resizeStorageVolume,
  deleteStorageVolume: operations.deleteStorageVolume,
  listTemplates: operations.listTemplates,
  getBalance: operations.getBalance,
  listTransactions: operations.listTransactions,
  getUsage: operations.getUsage,
};

export type OperationId = keyof typeof operationsById;

/** A call, with its request and response, from the examples of the document. */
export interface Case {
  /** The call through the typed client. */
  readonly call: (client: Resources, options?: RequestOptions) => Promise<unknown>;
  /** The same arguments as one flat record, for `Transport.request`. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Method, path with its parameters, query as strings, body with wire names; the files of a form are strings. */
  readonly request: {
    readonly method: Method;
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  /** The documented success response, with its body as on the wire; bytes are a string. */
  readonly response: { readonly status: number; readonly contentType?: string; readonly body?: unknown };
  /** The decoded response: undefined for void, a string for bytes, the data and the known metadata for a page. */
  readonly answer: unknown;
  /** The error statuses that the document declares. */
  readonly errors: readonly number[];
  /** The same call with streaming, and its decoded events. Only if the operation supports streaming. */
  readonly stream?: {
    readonly call: (client: Resources, options?: RequestOptions) => Promise<unknown>;
    readonly transcript: string;
    readonly events: readonly unknown[];
  };
}

/** One case per operation, by operationId. */
export const cases = {
  createChatCompletion: {
    call: (client, options) =>
      client.models.chatCompletion(
        {
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          messages: [
            { role: 'system', content: 'Answer in one sentence.' },
            {
              role: 'user',
              name: 'alex',
              content: [
                { type: 'text', text: 'When does this café open?' },
                { type: 'image_url', imageUrl: { url: 'https://example.com/cafe-door.jpg' } },
              ],
            },
            {
              role: 'assistant',
              content: null,
              toolCalls: [
                {
                  id: 'call_7Kd02mQx',
                  type: 'function',
                  function: { name: 'find_place', arguments: '{"place_name":"Café Lumière","maxResults":1}' },
                },
              ],
            },
            { role: 'tool', toolCallId: 'call_7Kd02mQx', content: '{"opening_hours":"7:00-18:00"}' },
          ],
          maxTokens: 500,
          temperature: 0.7,
          topP: 0.9,
          stop: ['\n\n'],
          frequencyPenalty: 0.2,
          presencePenalty: 0,
          tools: [
            {
              type: 'function',
              function: {
                name: 'find_place',
                description: 'Looks a place up by its name.',
                parameters: {
                  type: 'object',
                  required: ['place_name'],
                  properties: {
                    place_name: { type: 'string', description: 'As written on the sign.' },
                    maxResults: { type: 'integer', minimum: 1 },
                  },
                },
              },
            },
          ],
          toolChoice: 'auto',
        },
        options,
      ),
    args: {
      model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
      messages: [
        { role: 'system', content: 'Answer in one sentence.' },
        {
          role: 'user',
          name: 'alex',
          content: [
            { type: 'text', text: 'When does this café open?' },
            { type: 'image_url', imageUrl: { url: 'https://example.com/cafe-door.jpg' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          toolCalls: [
            {
              id: 'call_7Kd02mQx',
              type: 'function',
              function: { name: 'find_place', arguments: '{"place_name":"Café Lumière","maxResults":1}' },
            },
          ],
        },
        { role: 'tool', toolCallId: 'call_7Kd02mQx', content: '{"opening_hours":"7:00-18:00"}' },
      ],
      maxTokens: 500,
      temperature: 0.7,
      topP: 0.9,
      stop: ['\n\n'],
      frequencyPenalty: 0.2,
      presencePenalty: 0,
      tools: [
        {
          type: 'function',
          function: {
            name: 'find_place',
            description: 'Looks a place up by its name.',
            parameters: {
              type: 'object',
              required: ['place_name'],
              properties: {
                place_name: { type: 'string', description: 'As written on the sign.' },
                maxResults: { type: 'integer', minimum: 1 },
              },
            },
          },
        },
      ],
      toolChoice: 'auto',
    },
    request: {
      method: 'POST',
      path: '/chat/completions',
      query: {},
      body: {
        model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
        messages: [
          { role: 'system', content: 'Answer in one sentence.' },
          {
            role: 'user',
            name: 'alex',
            content: [
              { type: 'text', text: 'When does this café open?' },
              { type: 'image_url', image_url: { url: 'https://example.com/cafe-door.jpg' } },
            ],
          },
          {
            role: 'assistant',
            content: null,
            tool_calls: [
              {
                id: 'call_7Kd02mQx',
                type: 'function',
                function: { name: 'find_place', arguments: '{"place_name":"Café Lumière","maxResults":1}' },
              },
            ],
          },
          { role: 'tool', tool_call_id: 'call_7Kd02mQx', content: '{"opening_hours":"7:00-18:00"}' },
        ],
        max_tokens: 500,
        temperature: 0.7,
        top_p: 0.9,
        stop: ['\n\n'],
        frequency_penalty: 0.2,
        presence_penalty: 0,
        tools: [
          {
            type: 'function',
            function: {
              name: 'find_place',
              description: 'Looks a place up by its name.',
              parameters: {
                type: 'object',
                required: ['place_name'],
                properties: {
                  place_name: { type: 'string', description: 'As written on the sign.' },
                  maxResults: { type: 'integer', minimum: 1 },
                },
              },
            },
          },
        ],
        tool_choice: 'auto',
      },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        id: 'chatcmpl-9f2c61d07b',
        object: 'chat.completion',
        created: 1772442873,
        model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
        choices: [
          {
            index: 0,
            message: {
              role: 'assistant',
              content: 'The café opens at 7:00 ☕',
              reasoning_content: 'The sign reads 7:00.',
            },
            finish_reason: 'stop',
          },
        ],
        usage: { prompt_tokens: 412, completion_tokens: 27, total_tokens: 439 },
      },
    },
    answer: {
      id: 'chatcmpl-9f2c61d07b',
      object: 'chat.completion',
      created: 1772442873,
      model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: 'The café opens at 7:00 ☕',
            reasoningContent: 'The sign reads 7:00.',
          },
          finishReason: 'stop',
        },
      ],
      usage: { promptTokens: 412, completionTokens: 27, totalTokens: 439 },
    },
    errors: [400, 401, 402, 403, 422, 429, 500],
    stream: {
      call: (client, options) =>
        client.models.chatCompletion(
          {
            model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
            messages: [
              { role: 'system', content: 'Answer in one sentence.' },
              {
                role: 'user',
                name: 'alex',
                content: [
                  { type: 'text', text: 'When does this café open?' },
                  { type: 'image_url', imageUrl: { url: 'https://example.com/cafe-door.jpg' } },
                ],
              },
              {
                role: 'assistant',
                content: null,
                toolCalls: [
                  {
                    id: 'call_7Kd02mQx',
                    type: 'function',
                    function: { name: 'find_place', arguments: '{"place_name":"Café Lumière","maxResults":1}' },
                  },
                ],
              },
              { role: 'tool', toolCallId: 'call_7Kd02mQx', content: '{"opening_hours":"7:00-18:00"}' },
            ],
            maxTokens: 500,
            temperature: 0.7,
            topP: 0.9,
            stop: ['\n\n'],
            frequencyPenalty: 0.2,
            presencePenalty: 0,
            tools: [
              {
                type: 'function',
                function: {
                  name: 'find_place',
                  description: 'Looks a place up by its name.',
                  parameters: {
                    type: 'object',
                    required: ['place_name'],
                    properties: {
                      place_name: { type: 'string', description: 'As written on the sign.' },
                      maxResults: { type: 'integer', minimum: 1 },
                    },
                  },
                },
              },
            ],
            toolChoice: 'auto',
            stream: true,
          },
          options,
        ),
      transcript:
        'data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}\n\ndata: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"reasoning_content":"The sign reads 7:00."},"finish_reason":null}]}\n\ndata: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"content":"The café"},"finish_reason":null}]}\n\ndata: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"content":" opens at"},"finish_reason":null}]}\n\ndata: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"content":" 7:00 ☕"},"finish_reason":null}]}\n\ndata: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[],"usage":{"prompt_tokens":412,"completion_tokens":27,"total_tokens":439}}\n\ndata: [DONE]\n\n',
      events: [
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finishReason: null }],
        },
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [{ index: 0, delta: { reasoningContent: 'The sign reads 7:00.' }, finishReason: null }],
        },
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [{ index: 0, delta: { content: 'The café' }, finishReason: null }],
        },
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [{ index: 0, delta: { content: ' opens at' }, finishReason: null }],
        },
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [{ index: 0, delta: { content: ' 7:00 ☕' }, finishReason: null }],
        },
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [{ index: 0, delta: {}, finishReason: 'stop' }],
        },
        {
          id: 'chatcmpl-9f2c61d07b',
          object: 'chat.completion.chunk',
          created: 1772442873,
          model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
          choices: [],
          usage: { promptTokens: 412, completionTokens: 27, totalTokens: 439 },
        },
      ],
    },
  },
  createImage: {
    call: (client, options) =>
      client.models.generateImage(
        {
          model: 'black-forest-labs/FLUX.1-schnell',
          prompt: 'A futuristic cityscape at sunset',
          width: 1024,
          height: 768,
          numInferenceSteps: 4,
          guidance: 3.5,
          responseFormat: 'url',
          seed: 42,
          negativePrompt: 'people, text',
        },
        options,
      ),
    args: {
      model: 'black-forest-labs/FLUX.1-schnell',
      prompt: 'A futuristic cityscape at sunset',
      width: 1024,
      height: 768,
      numInferenceSteps: 4,
      guidance: 3.5,
      responseFormat: 'url',
      seed: 42,
      negativePrompt: 'people, text',
    },
    request: {
      method: 'POST',
      path: '/images/generations',
      query: {},
      body: {
        model: 'black-forest-labs/FLUX.1-schnell',
        prompt: 'A futuristic cityscape at sunset',
        width: 1024,
        height: 768,
        num_inference_steps: 4,
        guidance: 3.5,
        response_format: 'url',
        seed: 42,
        negative_prompt: 'people, text',
      },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        created: 1772442910,
        data: [{ url: 'https://assets.runcrate.ai/images/2026/03/02/8d1f4c6a.webp', b64_json: null }],
      },
    },
    answer: {
      created: 1772442910,
      data: [{ url: 'https://assets.runcrate.ai/images/2026/03/02/8d1f4c6a.webp', b64Json: null }],
    },
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  createVideo: {
    call: (client, options) =>
      client.models.generateVideo(
        {
          model: 'google/veo-3.0',
          prompt: 'A drone flying over mountains',
          duration: 8,
          aspectRatio: '16:9',
          negativePrompt: 'blurry',
          seed: 42,
          startImage: 'https://example.com/first-frame.png',
        },
        options,
      ),
    args: {
      model: 'google/veo-3.0',
      prompt: 'A drone flying over mountains',
      duration: 8,
      aspectRatio: '16:9',
      negativePrompt: 'blurry',
      seed: 42,
      startImage: 'https://example.com/first-frame.png',
    },
    request: {
      method: 'POST',
      path: '/videos',
      query: {},
      body: {
        model: 'google/veo-3.0',
        prompt: 'A drone flying over mountains',
        duration: 8,
        aspect_ratio: '16:9',
        negative_prompt: 'blurry',
        seed: 42,
        start_image: 'https://example.com/first-frame.png',
      },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: { id: 'b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', status: 'queued' },
    },
    answer: { id: 'b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', status: 'queued' },
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  getVideo: {
    call: (client, options) => client.models.getVideoStatus('b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', options),
    args: { id: 'b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1' },
    request: { method: 'GET', path: '/videos/b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: { id: 'b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', status: 'processing' },
    },
    answer: { id: 'b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', status: 'processing' },
    errors: [401, 403, 404, 429, 500],
  },
  downloadVideo: {
    call: (client, options) => client.models.downloadVideo('b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1', options),
    args: { id: 'b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1' },
    request: { method: 'GET', path: '/videos/b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1/download', query: {} },
    response: { status: 200, contentType: 'video/mp4', body: 'example bytes of an MP4 file' },
    answer: 'example bytes of an MP4 file',
    errors: [401, 403, 404, 429, 500],
  },
  createSpeech: {
    call: (client, options) =>
      client.models.textToSpeech(
        {
          model: 'hexgrad/Kokoro-82M',
          input: 'Hello from Runcrate!',
          voice: 'af_heart',
          responseFormat: 'mp3',
          speed: 1.5,
          language: 'en',
        },
        options,
      ),
    args: {
      model: 'hexgrad/Kokoro-82M',
      input: 'Hello from Runcrate!',
      voice: 'af_heart',
      responseFormat: 'mp3',
      speed: 1.5,
      language: 'en',
    },
    request: {
      method: 'POST',
      path: '/audio/speech',
      query: {},
      body: {
        model: 'hexgrad/Kokoro-82M',
        input: 'Hello from Runcrate!',
        voice: 'af_heart',
        response_format: 'mp3',
        speed: 1.5,
        language: 'en',
      },
    },
    response: { status: 200, contentType: 'audio/mpeg', body: 'example bytes of an MP3 file' },
    answer: 'example bytes of an MP3 file',
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  createTranscription: {
    call: (client, options) =>
      client.models.transcribe(
        {
          file: new Blob(['example bytes of a WAV file'], { type: 'application/octet-stream' }),
          model: 'openai/whisper-large-v3',
          language: 'en',
          responseFormat: 'json',
        },
        options,
      ),
    args: {
      file: new Blob(['example bytes of a WAV file'], { type: 'application/octet-stream' }),
      model: 'openai/whisper-large-v3',
      language: 'en',
      responseFormat: 'json',
    },
    request: {
      method: 'POST',
      path: '/audio/transcriptions',
      query: {},
      body: {
        file: 'example bytes of a WAV file',
        model: 'openai/whisper-large-v3',
        language: 'en',
        response_format: 'json',
      },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        text: 'Hello, and welcome to the show. Today: GPUs.',
        language: 'en',
        duration: 4.2,
        segments: [
          { start: 0, end: 2.4, text: 'Hello, and welcome to the show.' },
          { start: 2.4, end: 4.2, text: 'Today: GPUs.' },
        ],
      },
    },
    answer: {
      text: 'Hello, and welcome to the show. Today: GPUs.',
      language: 'en',
      duration: 4.2,
      segments: [
        { start: 0, end: 2.4, text: 'Hello, and welcome to the show.' },
        { start: 2.4, end: 4.2, text: 'Today: GPUs.' },
      ],
    },
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  createEmbedding: {
    call: (client, options) =>
      client.models.embeddings(
        {
          model: 'BAAI/bge-large-en-v1.5',
          input: ['A crate of GPUs', 'A box of graphics cards'],
          encodingFormat: 'float',
        },
        options,
      ),
    args: {
      model: 'BAAI/bge-large-en-v1.5',
      input: ['A crate of GPUs', 'A box of graphics cards'],
      encodingFormat: 'float',
    },
    request: {
      method: 'POST',
      path: '/embeddings',
      query: {},
      body: {
        model: 'BAAI/bge-large-en-v1.5',
        input: ['A crate of GPUs', 'A box of graphics cards'],
        encoding_format: 'float',
      },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        object: 'list',
        data: [
          { object: 'embedding', index: 0, embedding: [0.0182, -0.0437, 0.0911, 0.0063] },
          { object: 'embedding', index: 1, embedding: [0.0209, -0.0391, 0.0874, 0.0102] },
        ],
        model: 'BAAI/bge-large-en-v1.5',
        usage: { prompt_tokens: 11, total_tokens: 11 },
      },
    },
    answer: {
      object: 'list',
      data: [
        { object: 'embedding', index: 0, embedding: [0.0182, -0.0437, 0.0911, 0.0063] },
        { object: 'embedding', index: 1, embedding: [0.0209, -0.0391, 0.0874, 0.0102] },
      ],
      model: 'BAAI/bge-large-en-v1.5',
      usage: { promptTokens: 11, totalTokens: 11 },
    },
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  listModels: {
    call: (client, options) => client.models.list(options),
    args: {},
    request: { method: 'GET', path: '/models', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: 'deepseek-ai/DeepSeek-V3',
            name: 'DeepSeek V3',
            description: 'A mixture-of-experts language model for chat and code.',
            created: 1735171200,
            context_length: 131072,
            max_output_length: 16384,
            output_modalities: ['text'],
            pricing: { prompt: '0.00000028', completion: '0.00000088', input_cache_read: 7e-8 },
          },
          {
            id: 'google/veo-3.0',
            name: 'Veo 3.0',
            description: 'Short videos from a text or a first frame.',
            created: 1752796800,
            output_modalities: ['video'],
          },
        ],
      },
    },
    answer: {
      data: [
        {
          id: 'deepseek-ai/DeepSeek-V3',
          name: 'DeepSeek V3',
          description: 'A mixture-of-experts language model for chat and code.',
          created: 1735171200,
          contextLength: 131072,
          maxOutputLength: 16384,
          outputModalities: ['text'],
          pricing: { prompt: 2.8e-7, completion: 8.8e-7, inputCacheRead: 7e-8 },
        },
        {
          id: 'google/veo-3.0',
          name: 'Veo 3.0',
          description: 'Short videos from a text or a first frame.',
          created: 1752796800,
          outputModalities: ['video'],
        },
      ],
    },
    errors: [401, 403, 429, 500],
  },
  listInstances: {
    call: (client, options) => client.instances.list({ search: 'training' }, options),
    args: { search: 'training' },
    request: { method: 'GET', path: '/instances', query: { search: 'training' } },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34',
            name: 'training-run',
            status: 'running',
            gpu_type: 'A100',
            gpu_count: 1,
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
          },
        ],
        meta: { hasMore: false, total: 1, requestId: 'req_01JNB6ZQ4T' },
      },
    },
    answer: [
      {
        id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34',
        name: 'training-run',
        status: 'running',
        gpuType: 'A100',
        gpuCount: 1,
        cpuCores: 16,
        memory: 128,
        storage: 512,
        region: 'us-east-1',
        ip: '203.0.113.24',
        osImage: 'ubuntu-22.04',
        costPerHour: 1.89,
        deployedAt: '2026-03-02T09:16:03.118204+00:00',
        createdAt: '2026-03-02T09:14:27.481920+00:00',
        updatedAt: '2026-03-02T09:16:03.118204+00:00',
      },
    ],
    errors: [400, 401, 403, 429, 500],
  },
  createInstance: {
    call: (client, options) =>
      client.instances.create(
        {
          name: 'training-run',
          gpuType: 'A100',
          gpuCount: 1,
          cpuCores: 16,
          memory: 128,
          storage: 512,
          region: 'us-east-1',
          template: 'ubuntu-train',
          sshKeyId: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
          envVars: [
            { key: 'HF_HOME', value: '/workspace/huggingface' },
            { key: 'logLevel', value: 'debug' },
          ],
          startupCommands: ['pip install torch'],
          storageId: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
        },
        options,
      ),
    args: {
      name: 'training-run',
      gpuType: 'A100',
      gpuCount: 1,
      cpuCores: 16,
      memory: 128,
      storage: 512,
      region: 'us-east-1',
      template: 'ubuntu-train',
      sshKeyId: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
      envVars: [
        { key: 'HF_HOME', value: '/workspace/huggingface' },
        { key: 'logLevel', value: 'debug' },
      ],
      startupCommands: ['pip install torch'],
      storageId: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
    },
    request: {
      method: 'POST',
      path: '/instances',
      query: {},
      body: {
        name: 'training-run',
        gpu_type: 'A100',
        gpu_count: 1,
        cpu_cores: 16,
        memory: 128,
        storage: 512,
        region: 'us-east-1',
        template: 'ubuntu-train',
        ssh_key_id: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
        env_vars: [
          { key: 'HF_HOME', value: '/workspace/huggingface' },
          { key: 'logLevel', value: 'debug' },
        ],
        startup_commands: ['pip install torch'],
        storage_id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
      },
    },
    response: {
      status: 201,
      contentType: 'application/json',
      body: {
        data: {
          id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34',
          name: 'training-run',
          status: 'deploying',
          gpu_type: 'A100',
          gpu_count: 1,
          cpu_cores: 16,
          memory: 128,
          storage: 512,
          region: 'us-east-1',
          ip: null,
          os_image: 'ubuntu-22.04',
          cost_per_hour: 1.89,
          deployed_at: null,
          created_at: '2026-03-02T09:14:27.481920+00:00',
          updated_at: '2026-03-02T09:14:27.481920+00:00',
        },
      },
    },
    answer: {
      id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34',
      name: 'training-run',
      status: 'deploying',
      gpuType: 'A100',
      gpuCount: 1,
      cpuCores: 16,
      memory: 128,
      storage: 512,
      region: 'us-east-1',
      ip: null,
      osImage: 'ubuntu-22.04',
      costPerHour: 1.89,
      deployedAt: null,
      createdAt: '2026-03-02T09:14:27.481920+00:00',
      updatedAt: '2026-03-02T09:14:27.481920+00:00',
    },
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  listInstanceTypes: {
    call: (client, options) =>
      client.instances.listTypes({ gpuType: 'A100', gpuCount: 1, region: 'us-east-1' }, options),
    args: { gpuType: 'A100', gpuCount: 1, region: 'us-east-1' },
    request: {
      method: 'GET',
      path: '/instances/types',
      query: { gpu_type: 'A100', gpu_count: '1', region: 'us-east-1' },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: 'focused-neumann-a100-3615',
            gpu_type: 'A100',
            gpu_count: 1,
            cpu_cores: 16,
            memory_gb: 128,
            storage_gb: 512.5,
            region: 'us-east-1',
            hourly_rate: 1.89,
          },
        ],
        meta: { total: 1 },
      },
    },
    answer: [
      {
        id: 'focused-neumann-a100-3615',
        gpuType: 'A100',
        gpuCount: 1,
        cpuCores: 16,
        memoryGb: 128,
        storageGb: 512.5,
        region: 'us-east-1',
        hourlyRate: 1.89,
      },
    ],
    errors: [400, 401, 403, 429, 500],
  },
  getInstance: {
    call: (client, options) => client.instances.get('4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', options),
    args: { id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34' },
    request: { method: 'GET', path: '/instances/4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: {
          id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34',
          name: 'training-run',
          status: 'running',
          gpu_type: 'A100',
          gpu_count: 1,
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
        },
      },
    },
    answer: {
      id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34',
      name: 'training-run',
      status: 'running',
      gpuType: 'A100',
      gpuCount: 1,
      cpuCores: 16,
      memory: 128,
      storage: 512,
      region: 'us-east-1',
      ip: '203.0.113.24',
      osImage: 'ubuntu-22.04',
      costPerHour: 1.89,
      deployedAt: '2026-03-02T09:16:03.118204+00:00',
      createdAt: '2026-03-02T09:14:27.481920+00:00',
      updatedAt: '2026-03-02T09:16:03.118204+00:00',
    },
    errors: [401, 403, 404, 429, 500],
  },
  terminateInstance: {
    call: (client, options) => client.instances.terminate('4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', options),
    args: { id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34' },
    request: { method: 'DELETE', path: '/instances/4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', query: {} },
    response: { status: 204 },
    answer: undefined,
    errors: [401, 403, 404, 429, 500],
  },
  getInstanceStatus: {
    call: (client, options) => client.instances.getStatus('4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', options),
    args: { id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34' },
    request: { method: 'GET', path: '/instances/4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34/status', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: { data: { id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', status: 'running', ip: '203.0.113.24' } },
    },
    answer: { id: '4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34', status: 'running', ip: '203.0.113.24' },
    errors: [401, 403, 404, 429, 500],
  },
  listEnvironments: {
    call: (client, options) => client.environments.list(options),
    args: {},
    request: { method: 'GET', path: '/environments', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: '7a1e44c8-95b2-4f6d-b0c3-18d6e9f2a357',
            name: 'main',
            is_default: true,
            created_at: '2026-01-04T08:00:00Z',
            updated_at: '2026-01-04T08:00:00Z',
          },
          {
            id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
            name: 'staging',
            is_default: false,
            created_at: '2026-01-15T10:30:00Z',
            updated_at: '2026-01-15T10:30:00Z',
          },
        ],
      },
    },
    answer: [
      {
        id: '7a1e44c8-95b2-4f6d-b0c3-18d6e9f2a357',
        name: 'main',
        isDefault: true,
        createdAt: '2026-01-04T08:00:00Z',
        updatedAt: '2026-01-04T08:00:00Z',
      },
      {
        id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
        name: 'staging',
        isDefault: false,
        createdAt: '2026-01-15T10:30:00Z',
        updatedAt: '2026-01-15T10:30:00Z',
      },
    ],
    errors: [401, 403, 429, 500],
  },
  createEnvironment: {
    call: (client, options) => client.environments.create({ name: 'staging' }, options),
    args: { name: 'staging' },
    request: { method: 'POST', path: '/environments', query: {}, body: { name: 'staging' } },
    response: {
      status: 201,
      contentType: 'application/json',
      body: {
        data: {
          id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
          name: 'staging',
          is_default: false,
          created_at: '2026-01-15T10:30:00Z',
          updated_at: '2026-01-15T10:30:00Z',
        },
      },
    },
    answer: {
      id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
      name: 'staging',
      isDefault: false,
      createdAt: '2026-01-15T10:30:00Z',
      updatedAt: '2026-01-15T10:30:00Z',
    },
    errors: [400, 401, 403, 422, 429, 500],
  },
  getEnvironment: {
    call: (client, options) => client.environments.get('0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', options),
    args: { id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90' },
    request: { method: 'GET', path: '/environments/0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: {
          id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
          name: 'staging',
          is_default: false,
          created_at: '2026-01-15T10:30:00Z',
          updated_at: '2026-01-15T10:30:00Z',
        },
      },
    },
    answer: {
      id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
      name: 'staging',
      isDefault: false,
      createdAt: '2026-01-15T10:30:00Z',
      updatedAt: '2026-01-15T10:30:00Z',
    },
    errors: [401, 403, 404, 429, 500],
  },
  updateEnvironment: {
    call: (client, options) =>
      client.environments.update('0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', { name: 'preview', isDefault: true }, options),
    args: { id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', name: 'preview', isDefault: true },
    request: {
      method: 'PATCH',
      path: '/environments/0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
      query: {},
      body: { name: 'preview', is_default: true },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: {
          id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
          name: 'preview',
          is_default: true,
          created_at: '2026-01-15T10:30:00Z',
          updated_at: '2026-03-02T11:20:45Z',
        },
      },
    },
    answer: {
      id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90',
      name: 'preview',
      isDefault: true,
      createdAt: '2026-01-15T10:30:00Z',
      updatedAt: '2026-03-02T11:20:45Z',
    },
    errors: [400, 401, 403, 404, 422, 429, 500],
  },
  deleteEnvironment: {
    call: (client, options) => client.environments.delete('0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', options),
    args: { id: '0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90' },
    request: { method: 'DELETE', path: '/environments/0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', query: {} },
    response: { status: 204 },
    answer: undefined,
    errors: [401, 403, 404, 429, 500],
  },
  listSshKeys: {
    call: (client, options) => client.sshKeys.list(options),
    args: {},
    request: { method: 'GET', path: '/ssh-keys', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
            name: 'my-laptop',
            fingerprint: 'SHA256:3vZkWqJtYp0sXr8bUe5mNc1dLhG7aFoT2iRyQwK9uEs',
            type: 'ed25519',
            createdAt: '2026-02-11T16:42:08Z',
            lastUsed: '2026-03-01T07:55:12Z',
            projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          },
        ],
      },
    },
    answer: [
      {
        id: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
        name: 'my-laptop',
        fingerprint: 'SHA256:3vZkWqJtYp0sXr8bUe5mNc1dLhG7aFoT2iRyQwK9uEs',
        type: 'ed25519',
        createdAt: '2026-02-11T16:42:08Z',
        lastUsed: '2026-03-01T07:55:12Z',
        projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
      },
    ],
    errors: [401, 403, 429, 500],
  },
  createSshKey: {
    call: (client, options) =>
      client.sshKeys.create(
        {
          name: 'my-laptop',
          publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop',
          type: 'ed25519',
        },
        options,
      ),
    args: {
      name: 'my-laptop',
      publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop',
      type: 'ed25519',
    },
    request: {
      method: 'POST',
      path: '/ssh-keys',
      query: {},
      body: {
        name: 'my-laptop',
        public_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop',
        type: 'ed25519',
      },
    },
    response: {
      status: 201,
      contentType: 'application/json',
      body: {
        data: {
          id: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
          name: 'my-laptop',
          fingerprint: 'SHA256:3vZkWqJtYp0sXr8bUe5mNc1dLhG7aFoT2iRyQwK9uEs',
          type: 'ed25519',
          createdAt: '2026-02-11T16:42:08Z',
          lastUsed: null,
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
        },
      },
    },
    answer: {
      id: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435',
      name: 'my-laptop',
      fingerprint: 'SHA256:3vZkWqJtYp0sXr8bUe5mNc1dLhG7aFoT2iRyQwK9uEs',
      type: 'ed25519',
      createdAt: '2026-02-11T16:42:08Z',
      lastUsed: null,
      projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
    },
    errors: [400, 401, 403, 409, 422, 429, 500],
  },
  deleteSshKey: {
    call: (client, options) => client.sshKeys.delete('c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435', options),
    args: { id: 'c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435' },
    request: { method: 'DELETE', path: '/ssh-keys/c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435', query: {} },
    response: { status: 204 },
    answer: undefined,
    errors: [401, 403, 404, 429, 500],
  },
  listStorageVolumes: {
    call: (client, options) => client.storage.list({ search: 'datasets' }, options),
    args: { search: 'datasets' },
    request: { method: 'GET', path: '/storage', query: { search: 'datasets' } },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
            name: 'datasets',
            size_gb: 100,
            status: 'available',
            region: '137',
            provider_type: 'aws-s3',
            deployment_id: null,
            mount_path: '/workspace',
            cost_per_hour: 0.0041,
            projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
            createdAt: '2026-02-20T12:05:31Z',
            updatedAt: '2026-02-20T12:05:31Z',
          },
        ],
      },
    },
    answer: [
      {
        id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
        name: 'datasets',
        sizeGb: 100,
        status: 'available',
        region: '137',
        providerType: 'aws-s3',
        deploymentId: null,
        mountPath: '/workspace',
        costPerHour: 0.0041,
        projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
        createdAt: '2026-02-20T12:05:31Z',
        updatedAt: '2026-02-20T12:05:31Z',
      },
    ],
    errors: [400, 401, 403, 429, 500],
  },
  createStorageVolume: {
    call: (client, options) => client.storage.create({ name: 'datasets', sizeGb: 100, region: 'us-east-1' }, options),
    args: { name: 'datasets', sizeGb: 100, region: 'us-east-1' },
    request: {
      method: 'POST',
      path: '/storage',
      query: {},
      body: { name: 'datasets', size_gb: 100, region: 'us-east-1' },
    },
    response: {
      status: 201,
      contentType: 'application/json',
      body: {
        data: {
          id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
          name: 'datasets',
          size_gb: 100,
          status: 'available',
          region: '137',
          provider_type: 'aws-s3',
          deployment_id: null,
          mount_path: '/workspace',
          cost_per_hour: 0.0041,
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          createdAt: '2026-02-20T12:05:31Z',
          updatedAt: '2026-02-20T12:05:31Z',
        },
      },
    },
    answer: {
      id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
      name: 'datasets',
      sizeGb: 100,
      status: 'available',
      region: '137',
      providerType: 'aws-s3',
      deploymentId: null,
      mountPath: '/workspace',
      costPerHour: 0.0041,
      projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
      createdAt: '2026-02-20T12:05:31Z',
      updatedAt: '2026-02-20T12:05:31Z',
    },
    errors: [400, 401, 402, 403, 422, 429, 500],
  },
  listStorageRegions: {
    call: (client, options) => client.storage.listRegions(options),
    args: {},
    request: { method: 'GET', path: '/storage/regions', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          { id: '137', name: 'us-east-1', provider: 'aws-s3' },
          { id: '142', name: 'eu-central-1', provider: 'aws-s3' },
        ],
      },
    },
    answer: [
      { id: '137', name: 'us-east-1', provider: 'aws-s3' },
      { id: '142', name: 'eu-central-1', provider: 'aws-s3' },
    ],
    errors: [401, 403, 429, 500],
  },
  getStorageVolume: {
    call: (client, options) => client.storage.get('e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', options),
    args: { id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162' },
    request: { method: 'GET', path: '/storage/e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: {
          id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
          name: 'datasets',
          size_gb: 100,
          status: 'available',
          region: '137',
          provider_type: 'aws-s3',
          deployment_id: null,
          mount_path: '/workspace',
          cost_per_hour: 0.0041,
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          createdAt: '2026-02-20T12:05:31Z',
          updatedAt: '2026-02-20T12:05:31Z',
        },
      },
    },
    answer: {
      id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
      name: 'datasets',
      sizeGb: 100,
      status: 'available',
      region: '137',
      providerType: 'aws-s3',
      deploymentId: null,
      mountPath: '/workspace',
      costPerHour: 0.0041,
      projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
      createdAt: '2026-02-20T12:05:31Z',
      updatedAt: '2026-02-20T12:05:31Z',
    },
    errors: [401, 403, 404, 429, 500],
  },
  resizeStorageVolume: {
    call: (client, options) => client.storage.resize('e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', 200, options),
    args: { id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', sizeGb: 200 },
    request: {
      method: 'PATCH',
      path: '/storage/e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
      query: {},
      body: { size_gb: 200 },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: {
          id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
          name: 'datasets',
          size_gb: 200,
          status: 'available',
          region: '137',
          provider_type: 'aws-s3',
          deployment_id: null,
          mount_path: '/workspace',
          cost_per_hour: 0.0082,
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          createdAt: '2026-02-20T12:05:31Z',
          updatedAt: '2026-03-02T10:02:19Z',
        },
      },
    },
    answer: {
      id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162',
      name: 'datasets',
      sizeGb: 200,
      status: 'available',
      region: '137',
      providerType: 'aws-s3',
      deploymentId: null,
      mountPath: '/workspace',
      costPerHour: 0.0082,
      projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
      createdAt: '2026-02-20T12:05:31Z',
      updatedAt: '2026-03-02T10:02:19Z',
    },
    errors: [400, 401, 402, 403, 404, 422, 429, 500],
  },
  deleteStorageVolume: {
    call: (client, options) => client.storage.delete('e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', options),
    args: { id: 'e2a97c40-6d18-4f53-9b7e-0c4a8d35f162' },
    request: { method: 'DELETE', path: '/storage/e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: { data: { message: 'Storage volume deleted.', refund_amount: 0.43 } },
    },
    answer: { message: 'Storage volume deleted.', refundAmount: 0.43 },
    errors: [401, 403, 404, 429, 500],
  },
  listTemplates: {
    call: (client, options) =>
      client.templates.list(
        { page: 1, pageSize: 10, search: 'finetune', category: 'ml', sortBy: 'name', sortDir: 'asc' },
        options,
      ),
    args: { page: 1, pageSize: 10, search: 'finetune', category: 'ml', sortBy: 'name', sortDir: 'asc' },
    request: {
      method: 'GET',
      path: '/templates',
      query: { page: '1', page_size: '10', search: 'finetune', category: 'ml', sort_by: 'name', sort_dir: 'asc' },
    },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: 'axolotl-finetune',
            name: 'Axolotl Finetune',
            description: 'Fine-tuning of language models from one configuration file.',
            category: 'ml',
            created_at: '2026-01-09T14:00:00Z',
          },
          {
            id: 'unsloth-finetune',
            name: 'Unsloth Finetune',
            description: 'Fast LoRA fine-tuning on a single GPU.',
            category: 'ml',
            created_at: '2026-01-22T09:30:00Z',
          },
        ],
        meta: { hasMore: false, total: 2 },
      },
    },
    answer: {
      data: [
        {
          id: 'axolotl-finetune',
          name: 'Axolotl Finetune',
          description: 'Fine-tuning of language models from one configuration file.',
          category: 'ml',
          createdAt: '2026-01-09T14:00:00Z',
        },
        {
          id: 'unsloth-finetune',
          name: 'Unsloth Finetune',
          description: 'Fast LoRA fine-tuning on a single GPU.',
          category: 'ml',
          createdAt: '2026-01-22T09:30:00Z',
        },
      ],
      hasMore: false,
      total: 2,
    },
    errors: [400, 401, 403, 429, 500],
  },
  getBalance: {
    call: (client, options) => client.billing.getBalance(options),
    args: {},
    request: { method: 'GET', path: '/billing/balance', query: {} },
    response: {
      status: 200,
      contentType: 'application/json',
      body: { data: { creditsBalance: 142.37, activeUsageCost: 3.78 } },
    },
    answer: { creditsBalance: 142.37, activeUsageCost: 3.78 },
    errors: [401, 403, 429, 500],
  },
  listTransactions: {
    call: (client, options) => client.billing.listTransactions({ limit: 3, offset: 0, type: 'usage' }, options),
    args: { limit: 3, offset: 0, type: 'usage' },
    request: { method: 'GET', path: '/billing/transactions', query: { limit: '3', offset: '0', type: 'usage' } },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: [
          {
            id: 'f14d7c2b-0a96-4e38-8b51-7c2e90d6a3f8',
            projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
            type: 'usage',
            amount: -1.89,
            description: 'GPU instance training-run, 1 hour',
            createdAt: '2026-03-02T10:16:03Z',
          },
          {
            id: '92c0e5a7-3b1d-4f74-a6e9-0d58b7f1c426',
            projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
            type: 'usage',
            amount: -0.7,
            description: 'Storage volume datasets, 1 week',
            createdAt: '2026-02-27T12:05:31Z',
          },
          {
            id: '3ae86f90-d27c-4b15-9f03-e4c1a85b7d62',
            projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
            type: 'usage',
            amount: -0.0042,
            description: 'Inference: deepseek-ai/DeepSeek-V3',
            createdAt: '2026-02-26T18:40:57Z',
          },
        ],
        meta: { cursor: 'eyJvZmZzZXQiOjN9', hasMore: true, total: 5, requestId: 'req_01JNB7C8XM' },
      },
    },
    answer: {
      data: [
        {
          id: 'f14d7c2b-0a96-4e38-8b51-7c2e90d6a3f8',
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          type: 'usage',
          amount: -1.89,
          description: 'GPU instance training-run, 1 hour',
          createdAt: '2026-03-02T10:16:03Z',
        },
        {
          id: '92c0e5a7-3b1d-4f74-a6e9-0d58b7f1c426',
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          type: 'usage',
          amount: -0.7,
          description: 'Storage volume datasets, 1 week',
          createdAt: '2026-02-27T12:05:31Z',
        },
        {
          id: '3ae86f90-d27c-4b15-9f03-e4c1a85b7d62',
          projectId: '5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57',
          type: 'usage',
          amount: -0.0042,
          description: 'Inference: deepseek-ai/DeepSeek-V3',
          createdAt: '2026-02-26T18:40:57Z',
        },
      ],
      cursor: 'eyJvZmZzZXQiOjN9',
      hasMore: true,
      total: 5,
    },
    errors: [400, 401, 403, 429, 500],
  },
  getUsage: {
    call: (client, options) => client.billing.usage({ from: '2026-02-01', to: '2026-02-28' }, options),
    args: { from: '2026-02-01', to: '2026-02-28' },
    request: { method: 'GET', path: '/billing/usage', query: { from: '2026-02-01', to: '2026-02-28' } },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        data: {
          total_requests: 1284,
          total_prompt_tokens: 918204,
          total_completion_tokens: 402917,
          total_tokens: 1321121,
          total_cost: 0.6117,
        },
      },
    },
    answer: {
      totalRequests: 1284,
      totalPromptTokens: 918204,
      totalCompletionTokens: 402917,
      totalTokens: 1321121,
      totalCost: 0.6117,
    },
    errors: [400, 401, 403, 429, 500],
  },
} satisfies Record<OperationId, Case>;
