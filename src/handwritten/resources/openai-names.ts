import type { Models } from './models.js';

/** Methods of `rc.models` where a program that was written for OpenAI's SDK looks for them. They are the same methods. */
export interface OpenAiNames {
  /** Language models. */
  readonly chat: {
    /** Answers of a model to a conversation. */
    readonly completions: {
      /** The same method as `rc.models.chatCompletion`. */
      readonly create: Models['chatCompletion'];
    };
  };
  /** Pictures. */
  readonly images: {
    /** The same method as `rc.models.generateImage`. */
    readonly generate: Models['generateImage'];
  };
  /** Speech from text, and text from speech. */
  readonly audio: {
    /** Speech from text. */
    readonly speech: {
      /** The same method as `rc.models.textToSpeech`. */
      readonly create: Models['textToSpeech'];
    };
    /** Text from speech. */
    readonly transcriptions: {
      /** The same method as `rc.models.transcribe`. */
      readonly create: Models['transcribe'];
    };
  };
  /** Videos, as jobs. */
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
  /** Vectors for texts. */
  readonly embeddings: {
    /** The same method as `rc.models.embeddings`. */
    readonly create: Models['embeddings'];
  };
}

/** The methods of `models` under OpenAI's names. */
export function openAiNames(models: Models): OpenAiNames {
  const same = <Name extends keyof Models>(name: Name): Models[Name] => {
    const method: (...args: never[]) => unknown = models[name];
    return method.bind(models) as Models[Name];
  };
  return {
    chat: { completions: { create: same('chatCompletion') } },
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
