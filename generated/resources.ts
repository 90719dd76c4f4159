// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Transport } from '../src/handwritten/core/operation/operation.js';
import { Models } from './resources/models.js';
import { Instances } from './resources/instances.js';
import { Environments } from './resources/environments.js';
import { SshKeys } from './resources/ssh-keys.js';
import { Storage } from './resources/storage.js';
import { Templates } from './resources/templates.js';
import { Billing } from './resources/billing.js';

/** Every resource of the API. */
export class Resources {
  /**
   * Chat: Language models: chat, tools and pictures as input, in one piece or streamed.
   *
   * Images: Pictures from text, and changes to pictures.
   *
   * Videos: Videos from text or pictures, as jobs: start one, ask for its status, download the file.
   *
   * Audio: Speech from text, and text from speech.
   *
   * Embeddings: Vectors that stand for the meaning of texts.
   *
   * Models: The catalogue of models for inference.
   */
  readonly models: Models;
  /** Machines with GPUs, rented by the second. They belong to an environment. */
  readonly instances: Instances;
  /** Parts of a workspace that keep their instances and volumes apart. */
  readonly environments: Environments;
  /** Public keys for logging in to instances. They belong to the workspace. */
  readonly sshKeys: SshKeys;
  /** Volumes that outlive instances. They belong to an environment. */
  readonly storage: Storage;
  /** Ready-made setups for instances. */
  readonly templates: Templates;
  /** Credits, charges and usage of the workspace. One credit is one USD. */
  readonly billing: Billing;

  constructor(transport: Transport) {
    this.models = new Models(transport);
    this.instances = new Instances(transport);
    this.environments = new Environments(transport);
    this.sshKeys = new SshKeys(transport);
    this.storage = new Storage(transport);
    this.templates = new Templates(transport);
    this.billing = new Billing(transport);
  }
}
