import { enveloped, failure, listed, nothing } from './answer.js';
import { fieldsOf, type Handler } from './call.js';
import { hashOf } from './hash.js';
import { nextId, projectId, timeText, type SshKeyRecord } from './world.js';

function viewOf({ id, name, publicKey, type, createdAt }: SshKeyRecord) {
  return {
    id,
    name,
    // Not SHA256, so that nobody takes it for the fingerprint of the key.
    fingerprint: `SIM:${hashOf(publicKey).toString(16).padStart(8, '0')}`,
    type,
    createdAt: timeText(createdAt),
    lastUsed: null,
    projectId,
  };
}

export const sshKeyHandlers: Readonly<Record<string, Handler>> = {
  listSshKeys: (_, { world }) => listed([...world.sshKeys.values()].map(viewOf)),
  createSshKey: (call, { world }) => {
    const fields = fieldsOf<{ readonly name: string; readonly public_key: string; readonly type?: string }>(call);
    const [algorithm = '', publicKey = ''] = fields.public_key.trim().split(/\s+/);
    if ([...world.sshKeys.values()].some((key) => key.publicKey === publicKey)) {
      return failure(409, 'An SSH key with this public key already exists.');
    }
    const type = fields.type ?? algorithm.replace(/^(ssh|ecdsa|sk)-/, '');
    const key = { id: nextId(world), name: fields.name, publicKey, type, createdAt: call.now };
    world.sshKeys.set(key.id, key);
    return enveloped(viewOf(key), 201);
  },
  deleteSshKey: ({ path: { id = '' } }, { world }) =>
    world.sshKeys.delete(id) ? nothing : failure(404, 'SSH key not found.'),
};
