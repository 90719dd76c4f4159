// For a web page with `?origin=`, as it is or bundled.
import * as sdk from '@runcrate/sdk';
import { smoke } from './smoke.js';

globalThis.report = smoke(sdk, { origin: new URLSearchParams(location.search).get('origin'), isPage: true });
