// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

export type { Environments } from './resources/environments.js';
export type { SshKeys } from './resources/ssh-keys.js';
export type { Storage } from './resources/storage.js';
export type { Templates } from './resources/templates.js';
export type { Billing } from './resources/billing.js';
