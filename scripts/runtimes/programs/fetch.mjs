// Like run.mjs, with the `fetch` of a package: `node fetch.mjs ORIGIN MODULE CHECKS`.
import process from 'node:process';
import * as sdk from '@runcrate/sdk';
import { smoke, speech } from './smoke.js';

const [origin, module, checks] = process.argv.slice(2);
const { default: fetch } = await import(module);
const place = { origin, isPage: false, fetch };
const report = { ...(await smoke(sdk, place, checks.split(','))), stream_upload: await refusalOf(streamOfSpeech()) };
console.log(JSON.stringify(report));

/** The `fetch` would send the name of the stream's class. */
async function refusalOf(file) {
  const rc = new sdk.Runcrate({ apiKey: 'rc_live_smoke', baseUrl: origin, inferenceUrl: origin, fetch });
  const error = await rc.models.transcribe({ model: 'm', file }).then(
    () => new Error('it was sent'),
    (reason) => reason,
  );
  return /can't send a file or a stream/.test(error.message) ? '' : String(error);
}

function streamOfSpeech() {
  return new Blob([speech]).stream();
}
