// Bundles react-native.js: `node metro.cjs MODULES ROOT BUNDLE main|exports`, where MODULES has Metro.
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');

const [modules, root, out, format] = process.argv.slice(2);
const load = createRequire(join(modules, 'package.json'));
const { getDefaultConfig, mergeConfig } = load('@react-native/metro-config');

async function main() {
  const config = mergeConfig(getDefaultConfig(root), {
    projectRoot: root,
    watchFolders: [dirname(modules), root],
    maxWorkers: 1,
    resolver: {
      useWatchman: false,
      nodeModulesPaths: [modules],
      unstable_enablePackageExports: format === 'exports',
    },
    // Without it, the whole of React Native is started first.
    serializer: { getModulesRunBeforeMainModule: () => [] },
  });
  await load('metro').runBuild(config, { entry: 'react-native.js', dev: false, minify: false, platform: 'ios', out });
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
