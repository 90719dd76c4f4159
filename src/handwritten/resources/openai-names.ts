import type { Models } from './models.js';

/** Aliases of `rc.models` methods under the names of OpenAI's SDK. */
export interface OpenAiNames {
  /** Language models. */
  readonly chat: {
    /** Chat completions. */
    readonly completions: {
      /**
       * The same method as `rc.models.chatCompletion`. Billed per token.
       *
       * @example
       * ```ts
       * const { choices } = await rc.chat.completions.create({
       *   model: 'deepseek-ai/DeepSeek-V3',
       *   messages: [{ role: 'user', content: 'Hello!' }],
       * });
       * ```
       */
      readonly create: Models['chatCompletion'];
      /** The same method as `rc.models.parse`. */
      readonly parse: Models['parse'];
      /** The same method as `rc.models.runTools`. */
      readonly runTools: Models['runTools'];
    };
  };
  /** Image generation. */
  readonly images: {
    /** The same method as `rc.models.generateImage`. */
    readonly generate: Models['generateImage'];
  };
  /** Text to speech, and speech to text. */
  readonly audio: {
    /** Text to speech. */
    readonly speech: {
      /** The same method as `rc.models.textToSpeech`. */
      readonly create: Models['textToSpeech'];
    };
    /** Speech to text. */
    readonly transcriptions: {
      /** The same method as `rc.models.transcribe`. */
      readonly create: Models['transcribe'];
    };
  };
  /** Video generation jobs. */
  readonly videos: {
    /** The same method as `rc.models.generateVideo`. */
    readonly generate: Models['generateVideo'];
    /** The same method as `rc.models.getVideoStatus`. */
    readonly getStatus: Models['getVideoStatus'];
    /** The same method as `rc.models.downloadVideo`. */
    readonly download: Models['downloadVideo'];
    /** The same method as `rc.models.generateVideoAndSave`. */
    readonly generateAndSave: Models['generateVideoAndSave'];
  };
  /** Embeddings. */
  readonly embeddings: {
    /** The same method as `rc.models.embeddings`. */
    readonly create: Models['embeddings'];
  };
}

/** Returns the methods of `models` under OpenAI's names. */
export function openAiNames(models: Models): OpenAiNames {
  const same = <Name extends keyof Models>(name: Name): Models[Name] => {
    const method: (...args: never[]) => unknown = models[name];
    return method.bind(models) as Models[Name];
  };
  return {
    chat: { completions: { create: same('chatCompletion'), parse: same('parse'), runTools: same('runTools') } },
    images: { generate: same('generateImage') },
    audio: { speech: { create: same('textToSpeech') }, transcriptions: { create: same('transcribe') } },
    videos: {
      generate: same('generateVideo'),
      getStatus: same('getVideoStatus'),
      download: same('downloadVideo'),
      generateAndSave: same('generateVideoAndSave'),
    },
    embeddings: { create: same('embeddings') },
  };
}
