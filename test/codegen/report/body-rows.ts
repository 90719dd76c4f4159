import type { Crates } from '../crates.js';
import type { Row } from './warehouse.js';

const schema = { type: 'object', properties: { note: { type: 'string' } } };

/** `POST /notes` with a body of these media types. */
function withBodies(...types: readonly string[]): (document: Crates) => void {
  return (document) => {
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    const requestBody = { required: true, content };
    const responses = { 204: { description: '' } };
    document.paths['/notes'] = { post: { operationId: 'sendNote', tags: ['Crates'], requestBody, responses } };
  };
}

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const method = 'rc.crates.sendNote';

/** The media types of a request body. */
export const bodyRows: readonly Row[] = [
  {
    title: 'a new media type of the body is an addition',
    before: withBodies(json),
    change: withBodies(json, form),
    says: [
      ['addition', `${method} can send ${form}.`],
      ['addition', `${method}(params).contentType is new: '${json}' | '${form}'.`],
    ],
    step: 'minor',
  },
  {
    title: 'a removed media type of the body is breaking',
    before: withBodies(json, form, 'multipart/form-data'),
    change: withBodies(json, form),
    says: [
      ['breaking', `${method} no longer sends multipart/form-data.`],
      ['breaking', `${method}(params).contentType no longer has the value 'multipart/form-data'.`],
    ],
    step: 'major',
  },
  {
    title: 'another default among the media types of the body is breaking',
    before: withBodies(json, form),
    change: withBodies(form, json),
    says: [['breaking', `${method} sends ${form} by default now, was ${json}.`]],
    step: 'major',
    oasdiff: 'In the document the order means nothing; a call that names no media type sends another.',
  },
  {
    title: 'a new media type of another body is an addition',
    before: withBodies(json, form),
    change: withBodies(json, form, 'text/plain'),
    says: [
      ['addition', `${method} can send text/plain.`],
      [
        'addition',
        `${method}(params) is { contentType?: '${json}' | '${form}' | undefined; note?: string | undefined } | { co… now, was { contentType?: '${json}' | '${form}' | undefined; note?: string | undefined }.`,
      ],
    ],
    step: 'minor',
  },
  {
    title: 'a removed media type of another body is breaking',
    before: withBodies(json, 'image/*'),
    change: withBodies(json),
    says: [
      ['breaking', `${method} no longer sends image/*.`],
      [
        'breaking',
        `${method}(params) is { note?: string | undefined } now, was { contentType?: '${json}' | undefined; note?: string | undefined } | { contentType: \`image/\${string}\`; body: Fi….`,
      ],
    ],
    step: 'major',
  },
];
