import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { version } from '../../src/handwritten/core/version.js';
import { nodePlatform } from '../../src/handwritten/platform/node.js';

test('the version is that of package.json', () => {
  expect(version).toBe(packageJson.version);
});

test('the user agent has the version and the runtime', () => {
  expect(nodePlatform.headers?.['user-agent']).toBe(
    `runcrate-sdk-typescript/${packageJson.version} node/${process.versions.node}`,
  );
});
