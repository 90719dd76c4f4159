// For a web page with `?origin=`, with or without a bundler.
import * as sdk from '@runcrate/sdk';
import { smoke } from './smoke.js';

globalThis.report = smoke(sdk, { origin: new URLSearchParams(location.search).get('origin'), isPage: true });
