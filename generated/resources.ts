// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Transport } from '../src/handwritten/core/operation/operation.js';
import { ModelsApi } from './resources/models.js';
import { InstancesApi } from './resources/instances.js';
import { Environments } from './resources/environments.js';
import { SshKeys } from './resources/ssh-keys.js';
import { Storage } from './resources/storage.js';
import { Templates } from './resources/templates.js';
import { Billing } from './resources/billing.js';

/** Every resource of the API. */
export class Resources {
  /**
   * Chat: Language models: chat completions, tool calls, image input and streaming.
   *
   * Images: Image generation and image editing.
   *
   * Videos: Video generation jobs: start a job, poll its status, download the file.
   *
   * Audio: Text to speech, and speech to text.
   *
   * Embeddings: Vector embeddings of text.
   *
   * Models: The catalogue of inference models.
   */
  readonly models: ModelsApi;
  /** GPU instances, billed by the second. Instances belong to an environment. */
  readonly instances: InstancesApi;
  /** Environments separate the instances and volumes of a workspace. */
  readonly environments: Environments;
  /** Public keys for SSH access to instances. SSH keys belong to the workspace. */
  readonly sshKeys: SshKeys;
  /** Volumes that persist after an instance is terminated. Volumes belong to an environment. */
  readonly storage: Storage;
  /** Preconfigured setups for instances. */
  readonly templates: Templates;
  /** Credits, charges and usage of the workspace. One credit is one USD. */
  readonly billing: Billing;

  constructor(transport: Transport) {
    this.models = new ModelsApi(transport);
    this.instances = new InstancesApi(transport);
    this.environments = new Environments(transport);
    this.sshKeys = new SshKeys(transport);
    this.storage = new Storage(transport);
    this.templates = new Templates(transport);
    this.billing = new Billing(transport);
  }
}
