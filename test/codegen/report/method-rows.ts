import { ok } from '../crates.js';
import { operation, type Row } from './warehouse.js';

export const methodRows: readonly Row[] = [
  {
    title: 'a new operation is an addition',
    change: (document) => {
      document.paths['/count'] = {
        get: { operationId: 'countCrates', tags: ['Crates'], responses: ok({ type: 'integer' }) },
      };
    },
    says: [['addition', 'rc.crates.count is a new method.']],
    step: 'minor',
  },
  {
    title: 'an operation that is gone breaks',
    change: (document) => {
      delete document.paths['/stack'];
    },
    says: [['breaking', 'rc.crates.getStack is gone.']],
    step: 'major',
  },
  {
    title: 'a deprecation asks for a minor version',
    change: (document) => {
      operation(document, 'getStack').deprecated = true;
    },
    says: [['addition', 'rc.crates.getStack is deprecated now.']],
    step: 'minor',
  },
  {
    title: 'a deprecation that is taken back is a fix',
    before: (document) => {
      operation(document, 'getStack').deprecated = true;
    },
    change: (document) => {
      delete operation(document, 'getStack').deprecated;
    },
    says: [['fix', 'rc.crates.getStack is no longer deprecated.']],
    step: 'patch',
  },
  {
    title: 'another operationId is another name of the method',
    change: (document) => {
      operation(document, 'getStack').operationId = 'peekStack';
    },
    says: [['breaking', 'rc.crates.peekStack is the new name of rc.crates.getStack.']],
    step: 'major',
    oasdiff: 'An operationId names a method of the SDK; on the wire nothing changes.',
  },
  {
    title: 'another tag is another resource',
    change: (document) => {
      operation(document, 'getStack').tags = ['Stacks'];
    },
    says: [['breaking', 'rc.stacks.get is the new name of rc.crates.getStack.']],
    step: 'major',
    oasdiff: 'A tag names a resource of the SDK; on the wire nothing changes.',
  },
  {
    title: 'another path is a fix, as no caller sees it',
    change: (document) => {
      document.paths['/pile'] = document.paths['/stack']!;
      delete document.paths['/stack'];
    },
    says: [['fix', 'rc.crates.getStack is GET /pile now, was GET /stack.']],
    step: 'patch',
    oasdiff: 'The SDK of the new document calls the new path; who calls without it has to change.',
  },
  {
    title: 'a call that is repeated more than before breaks',
    change: (document) => {
      document.paths['/crates'] = {
        get: document.paths['/crates']!['get'],
        put: document.paths['/crates']!['post'],
      };
    },
    says: [
      ['breaking', 'rc.crates.create is repeated as `safe` now, was `once`: more than before.'],
      ['fix', 'rc.crates.create is PUT /crates now, was POST /crates.'],
    ],
    step: 'major',
  },
  {
    title: 'another summary is documentation',
    change: (document) => {
      operation(document, 'getStack').summary = 'Look at the stack';
    },
    says: [['fix', 'rc.crates.getStack is described otherwise.']],
    step: 'patch',
  },
  {
    title: 'another description of the answer is documentation',
    change: (document) => {
      operation(document, 'getStack').responses = {
        200: { ...(ok({ type: 'string' })['200'] as object), description: 'The stack.' },
      };
    },
    says: [['fix', 'rc.crates.getStack is described otherwise.']],
    step: 'patch',
  },
  {
    title: 'another description of the tag is documentation',
    change: (document) => {
      document.tags[0]!.description = 'Boxes.';
    },
    says: [['fix', 'rc.crates is described otherwise.']],
    step: 'patch',
  },
  {
    title: 'a new error is one more to catch',
    change: (document) => {
      operation(document, 'getCrate').responses['409'] = { description: '' };
    },
    says: [['addition', 'rc.crates.get may throw ConflictError (409) now.']],
    step: 'minor',
  },
  {
    title: 'an error that is gone leaves a catch that is never reached',
    change: (document) => {
      delete operation(document, 'getCrate').responses['404'];
    },
    says: [['fix', 'rc.crates.get is not said to throw NotFoundError (404) any more.']],
    step: 'patch',
  },
];
