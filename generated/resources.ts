// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Transport } from '../src/handwritten/core/operation.js';
import { Models } from './resources/models.js';
import { Instances } from './resources/instances.js';
import { Environments } from './resources/environments.js';
import { SshKeys } from './resources/ssh-keys.js';
import { Storage } from './resources/storage.js';
import { Templates } from './resources/templates.js';
import { Billing } from './resources/billing.js';

/** Every resource of the API. */
export class Resources {
  readonly models: Models;
  readonly instances: Instances;
  readonly environments: Environments;
  readonly sshKeys: SshKeys;
  readonly storage: Storage;
  readonly templates: Templates;
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
