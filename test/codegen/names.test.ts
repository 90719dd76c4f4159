import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  camelCase,
  identifier,
  kebabCase,
  pascalCase,
  publicName,
  singular,
  snakeCase,
  snakeName,
  variableName,
} from '../../codegen/config/names.js';
import { encode } from '../../src/handwritten/core/operation/codec.js';

test.each([
  ['gpu_type', 'gpuType'],
  ['b64_json', 'b64Json'],
  ['launch_script_base64', 'launchScriptBase64'],
  ['X-Request-ID', 'xRequestId'],
  ['FOO_BAR', 'fooBar'],
  ['createdAt', 'createdAt'],
  ['URL', 'URL'],
  ['_links', '_links'],
  ['_private_key', '_privateKey'],
  ['size_2x', 'size2x'],
  ['from_', 'from_'],
])('the field %s is %s in public', (wire, name) => {
  expect(publicName(wire)).toBe(name);
});

test.each(['+1', '-1', '@id', '$ref', 'a.b', 'two words', '1st', ''])(
  'the field "%s" is not an identifier and is unchanged',
  (wire) => {
    expect(publicName(wire)).toBe(wire);
  },
);

test('the other spelling of a camelCase field is snake_case', () => {
  expect(['createdAt', 'projectId', 'id'].map(snakeName)).toEqual(['created_at', 'project_id', 'id']);
});

test.each([
  ['SSH Keys', 'sshKeys', 'SshKeys', 'ssh-keys'],
  ['Instances', 'instances', 'Instances', 'instances'],
  ['audit_log', 'auditLog', 'AuditLog', 'audit-log'],
  ['listSshKeys', 'listSshKeys', 'ListSshKeys', 'list-ssh-keys'],
])('%s is %s, %s and %s', (text, camel, pascal, kebab) => {
  expect([camelCase(text), pascalCase(text), kebabCase(text)]).toEqual([camel, pascal, kebab]);
});

test.each([
  ['crates', 'crate'],
  ['queries', 'query'],
  ['boxes', 'box'],
  ['addresses', 'address'],
  ['statuses', 'status'],
  ['indices', 'index'],
  ['matrices', 'matrix'],
  ['analyses', 'analysis'],
  ['caches', 'cache'],
  ['cookies', 'cookie'],
  ['axes', 'axis'],
  ['lenses', 'lens'],
  ['canvases', 'canvas'],
  ['people', 'person'],
  ['quizzes', 'quiz'],
  ['aliases', 'alias'],
  ['media', 'media'],
  ['leaves', 'leaf'],
  ['gpus', 'gpu'],
  ['skus', 'sku'],
  ['uris', 'uri'],
  ['vpses', 'vps'],
  ['biases', 'bias'],
  ['selfies', 'selfie'],
])('the singular of %s is %s, which is its own singular', (many, one) => {
  expect([many, one].map(singular)).toEqual([one, one]);
});

test.each([
  ['SSHKey', 'sshKey'],
  ['TTSParams', 'ttsParams'],
  ['ChatCompletion', 'chatCompletion'],
])('the constant for the type %s is %s', (type, constant) => {
  expect(variableName(type)).toBe(constant);
});

test.each([
  ['delete', 'deleteOperation'],
  ['package', 'packageOperation'],
  ['2fa', '_2fa'],
  ['a.b', 'aB'],
  ['get', 'get'],
])('the constant for %s is %s', (name, constant) => {
  expect(identifier(name, 'Operation')).toBe(constant);
});

test('the generator and the SDK derive the same wire name from a public name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[_a-zA-Z][a-cA-C0-2_]{0,8}$/), (name) => {
      expect(encode({ snake: [name] }, { [name]: 1 })).toEqual({ [snakeCase(name)]: 1 });
    }),
  );
});
