// Like run.mjs, but loads the package with `require`.
const { readFile } = require('node:fs/promises');
const process = require('node:process');
const sdk = require('@runcrate/sdk');

const [origin, folder] = process.argv.slice(2);
import('./smoke.js')
  .then(({ smoke }) => smoke(sdk, { origin, isPage: false, files: { folder, read: readFile } }))
  .then((report) => console.log(JSON.stringify(report)));
