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
    title: 'a removed operation is breaking',
    change: (document) => {
      delete document.paths['/stack'];
    },
    says: [['breaking', 'rc.crates.getStack was removed.']],
    step: 'major',
  },
  {
    title: 'a deprecation requires a minor version',
    change: (document) => {
      operation(document, 'getStack').deprecated = true;
    },
    says: [['addition', 'rc.crates.getStack is deprecated now.']],
    step: 'minor',
  },
  {
    title: 'a reverted deprecation is a fix',
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
    title: 'another operationId renames the method',
    change: (document) => {
      operation(document, 'getStack').operationId = 'peekStack';
    },
    says: [['breaking', 'rc.crates.peekStack is the new name of rc.crates.getStack.']],
    step: 'major',
    oasdiff: 'The operationId is the name of a method of the SDK; on the wire nothing changes.',
  },
  {
    title: 'another tag moves the method to another resource',
    change: (document) => {
      operation(document, 'getStack').tags = ['Stacks'];
    },
    says: [['breaking', 'rc.stacks.get is the new name of rc.crates.getStack.']],
    step: 'major',
    oasdiff: 'The tag is the name of a resource of the SDK; on the wire nothing changes.',
  },
  {
    title: 'another path is a fix, as callers do not see it',
    change: (document) => {
      document.paths['/pile'] = document.paths['/stack']!;
      delete document.paths['/stack'];
    },
    says: [['fix', 'rc.crates.getStack is GET /pile now, was GET /stack.']],
    step: 'patch',
    oasdiff: 'The SDK of the new document uses the new path; only callers without the SDK must change.',
  },
  {
    title: 'a method that is retried more than before is breaking',
    change: (document) => {
      document.paths['/crates'] = {
        get: document.paths['/crates']!['get'],
        put: document.paths['/crates']!['post'],
      };
    },
    says: [
      ['breaking', 'rc.crates.create has the retry class `safe` now, was `once`: retried more than before.'],
      ['fix', 'rc.crates.create is PUT /crates now, was POST /crates.'],
    ],
    step: 'major',
  },
  {
    title: 'a new summary is documentation',
    change: (document) => {
      operation(document, 'getStack').summary = 'Look at the stack';
    },
    says: [['fix', 'rc.crates.getStack has a new description.']],
    step: 'patch',
  },
  {
    title: 'a new description of the response is documentation',
    change: (document) => {
      operation(document, 'getStack').responses = {
        200: { ...(ok({ type: 'string' })['200'] as object), description: 'The stack.' },
      };
    },
    says: [['fix', 'rc.crates.getStack has a new description.']],
    step: 'patch',
  },
  {
    title: 'a new description of the tag is documentation',
    change: (document) => {
      document.tags[0]!.description = 'Boxes.';
    },
    says: [['fix', 'rc.crates has a new description.']],
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
    title: 'a removed error is a fix',
    change: (document) => {
      delete operation(document, 'getCrate').responses['404'];
    },
    says: [['fix', 'rc.crates.get no longer documents NotFoundError (404).']],
    step: 'patch',
  },
];
