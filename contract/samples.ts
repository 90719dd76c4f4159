import { generateKeyPairSync } from 'node:crypto';
import type { InstanceType, ModelList } from '../src/index.node.js';
import { NotRun } from './step.js';

/** A new key: the API rejects a key that already exists. The private key is discarded. */
export function sshPublicKey(comment: string): string {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const blob = [Buffer.from('ssh-ed25519'), Buffer.from(x, 'base64url')].map((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return Buffer.concat([length, part]);
  });
  return `ssh-ed25519 ${Buffer.concat(blob).toString('base64')} ${comment}`;
}

/** One second of silence: 8,000 samples of 8 bits. */
export function recording(): Blob {
  const samples = 8000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samples, 24);
  header.writeUInt32LE(samples, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return new Blob([header, Buffer.alloc(samples, 0x80)], { type: 'audio/wav' });
}

/** The cheapest instance type: the run creates an instance of it for about a minute. */
export function cheapest(types: readonly InstanceType[] | undefined): InstanceType {
  const priced = (types ?? []).filter(({ hourlyRate }) => typeof hourlyRate === 'number');
  const [first] = priced.sort((a, b) => a.hourlyRate - b.hourlyRate);
  if (first === undefined) throw new NotRun('no instance type is available');
  return first;
}

/** The usual model. If the catalogue does not list it, another model with the same output. */
export function modelFor(output: string, usual: string, catalogue: ModelList | undefined): string {
  const models = catalogue?.data ?? [];
  const other = models.find(({ outputModalities }) => outputModalities?.includes(output));
  return models.some(({ id }) => id === usual) ? usual : (other?.id ?? usual);
}

/** The last thirty days. */
export function lastMonth(): { readonly from: Date; readonly to: Date } {
  const to = new Date();
  return { from: new Date(to.getTime() - 30 * 24 * 3600 * 1000), to };
}
