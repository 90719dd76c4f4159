// As run.mjs, for a program that loads the package by `require`.
const { readFile } = require('node:fs/promises');
const process = require('node:process');
const sdk = require('@runcrate/sdk');

const [origin, folder] = process.argv.slice(2);
import('./smoke.js')
  .then(({ smoke }) => smoke(sdk, { origin, isPage: false, files: { folder, read: readFile } }))
  .then((report) => console.log(JSON.stringify(report)));
