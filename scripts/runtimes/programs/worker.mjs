// For workers: the response to a request with `?origin=` is the report.
import * as sdk from '@runcrate/sdk';
import { smoke } from './smoke.js';

export default {
  async fetch(request) {
    const origin = new URL(request.url).searchParams.get('origin');
    return Response.json(await smoke(sdk, { origin, isPage: false }));
  },
};
