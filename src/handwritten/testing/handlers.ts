import { billingHandlers } from './billing.js';
import type { Handler } from './call.js';
import { chatHandler, type SimulatedChat } from './chat.js';
import { environmentHandlers } from './environments.js';
import { instanceHandlers } from './instances.js';
import { mediaHandlers } from './media.js';
import { sshKeyHandlers } from './ssh-keys.js';
import { storageHandlers } from './storage.js';
import { catalogueHandlers } from './templates.js';
import { transcriptionHandler, type SimulatedTranscription } from './transcription.js';

/** The operations that have state. Any other is answered with the sample of the document. */
export function handlersOf(chat: SimulatedChat, transcription: SimulatedTranscription): ReadonlyMap<string, Handler> {
  return new Map(
    Object.entries({
      createChatCompletion: chatHandler(chat),
      createTranscription: transcriptionHandler(transcription),
      ...instanceHandlers,
      ...environmentHandlers,
      ...sshKeyHandlers,
      ...storageHandlers,
      ...billingHandlers,
      ...catalogueHandlers,
      ...mediaHandlers,
    }),
  );
}
