import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { observedClient } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';

const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: ed25519 } = generateKeyPairSync('ed25519');
const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const pem = (key: typeof rsa, type: 'pkcs1' | 'pkcs8' | 'sec1') => key.export({ type, format: 'pem' }) as string;
const bare = (text: string) => text.replace(/-----[^-]+-----/g, '').trim();
const openSsh = `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n-----END OPENSSH PRIVATE KEY-----`;

test.each([
  ['OpenSSH', openSsh],
  ['OpenSSH without its armour', bare(openSsh)],
  ['PKCS#1', pem(rsa, 'pkcs1')],
  ['PKCS#8', pem(rsa, 'pkcs8')],
  ['PKCS#8 of ed25519', pem(ed25519, 'pkcs8')],
  ['PKCS#8 of ed25519 without its armour', bare(pem(ed25519, 'pkcs8'))],
  ['PKCS#8 of RSA without its armour', bare(pem(rsa, 'pkcs8'))],
  ['SEC 1', pem(ec, 'sec1')],
  [
    'an encrypted PKCS#8',
    rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a' }) as string,
  ],
  ['PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: a\nPrivate-Lines: 1\nAAAA'],
  ['one line, its breaks written out', openSsh.replaceAll('\n', '\\n')],
])('refuses a private key as %s where a public one is meant, and does not repeat it', async (_, publicKey) => {
  const { client, requests } = observedClient();
  for (const params of [{ publicKey }, { public_key: publicKey } as never]) {
    const error = (await rejectionOf(client.sshKeys.create({ name: 'laptop', ...params }))) as Error;
    expect(error.message).toMatch(
      /^`public_?[kK]ey` is a private key\. Pass the public one: the line of the `\.pub` file\.$/,
    );
  }
  expect(requests).toHaveLength(0);
});

test.each([
  ['ed25519', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop'],
  ['one whose comment speaks of another', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4x not my private key'],
  ['PEM', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string],
])('sends a public key: %s', async (_, publicKey) => {
  const { client, requests } = observedClient();
  await client.sshKeys.create({ name: 'laptop', publicKey });
  expect(requests[0]?.json).toMatchObject({ public_key: publicKey });
});
