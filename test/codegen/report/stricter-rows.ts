import type { Schema } from '../../../codegen/read/openapi.js';
import type { Crates } from '../crates.js';
import { keywordRows, type AnySchema } from './keywords.js';
import { addLabel, addParameter, answer, operation, parameter, request, type Row } from './warehouse.js';

const where = 'rc.crates.create(params)';

/** A request field before and after the change. */
function rule(before: AnySchema, after: AnySchema): Pick<Row, 'before' | 'change'> {
  const set = (document: Crates, schema: AnySchema): void => {
    Object.assign(request(document).properties!, { rule: schema });
  };
  return { before: (document) => set(document, before), change: (document) => set(document, after) };
}

const warned = new Set([
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'prefixItems',
  'properties',
  'patternProperties',
  'additionalProperties, of values beside named fields',
  'unevaluatedProperties, of values',
]);

const unread = new Set(['items']);

const uncompared = new Set([
  'multipleOf',
  'maxItems',
  'uniqueItems',
  'unevaluatedItems',
  'unevaluatedItems, after a choice',
  'minContains',
  'maxContains',
  'maxProperties',
  'minProperties',
  'required, of no named field',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedProperties, after a condition',
  'anyOf',
  'oneOf',
  'not',
  'not, of required fields',
]);

const gained = keywordRows.map(({ keyword, free, strict, stricter }): Row => ({
  title: `a request field that gains ${keyword} is breaking`,
  ...rule(free, strict),
  says: [['breaking', `${where}.rule${/^[.[]/.test(stricter) ? '' : ' '}${stricter}.`]],
  step: 'major',
  ...reasonOf(keyword),
}));

/** Why oasdiff does not call the gained keyword breaking. */
function reasonOf(keyword: string): Pick<Row, 'oasdiff'> {
  if (warned.has(keyword))
    return {
      oasdiff: 'oasdiff warns, as the server may have had the limit before. A previously valid value may be rejected.',
    };
  if (unread.has(keyword)) return { oasdiff: 'oasdiff can’t read a boolean as a schema of items.' };
  return uncompared.has(keyword)
    ? {
        oasdiff:
          'oasdiff does not compare the keyword, or does not weigh it. A previously valid value may be rejected.',
      }
    : {};
}

/** `Crate` and the request have a `Name`; the version has a limit beside the reference. */
const name = (document: Crates, beside: Schema): void => {
  document.components.schemas['Name'] = { type: 'string', maxLength: 9 };
  for (const schema of [request(document), answer(document)]) {
    Object.assign(schema.properties!, { name: { $ref: '#/components/schemas/Name', ...beside } });
  }
};

const pets = (document: Crates, bark: Schema): void => {
  document.components.schemas['Pet'] = {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } },
  };
  document.components.schemas['Dog'] = {
    allOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object', properties: { bark } }],
  };
  Object.assign(request(document).properties!, { pet: { $ref: '#/components/schemas/Pet' } });
};

const bodyOf = (document: Crates, schema: AnySchema): void => {
  Object.assign(request(document), schema);
};

/** Requests that take less without a change of their types, and what else was silent. */
export const stricterRows: readonly Row[] = [
  ...gained,
  {
    title: 'a keyword of the whole body is reported for the params',
    change: (document) => bodyOf(document, { dependentRequired: { label: ['note'] } }),
    says: [['breaking', `${where} may take less: dependentRequired.`]],
    step: 'major',
  },
  {
    title: 'a body that is closed takes less',
    change: (document) => bodyOf(document, { additionalProperties: false }),
    says: [['breaking', `${where} no longer has additional properties.`]],
    step: 'major',
    oasdiff: 'oasdiff does not compare additionalProperties of a body. A previously valid field is rejected.',
  },
  {
    title: 'a limit of a parameter is reported for the parameter',
    change: (document) => {
      Object.assign(parameter(document, 'max_rows').schema, { not: { const: 13 } });
    },
    says: [['breaking', 'rc.crates.list(params).maxRows may take less: not.']],
    step: 'major',
    oasdiff: 'oasdiff does not compare `not` of a parameter. A previously valid value is rejected.',
  },
  {
    title: 'a limit of a parameter in the path is reported for its position',
    change: (document) => {
      const [id] = (document.paths['/crates/{crate_id}']!['get'] as { parameters: { schema: object }[] }).parameters;
      Object.assign(id!.schema, { maxLength: 9 });
    },
    says: [['breaking', 'rc.crates.get(crateId) has maxLength 9 now.']],
    step: 'major',
    oasdiff: 'oasdiff warns, as the server may have had the limit before. A previously valid value may be rejected.',
  },
  {
    title: 'a limit beside a `$ref` is breaking where the reference is',
    before: (document) => name(document, {}),
    change: (document) => name(document, { maxLength: 5 }),
    says: [
      ['breaking', `${where}.name has maxLength 5 now.`],
      ['fix', 'Crate.name has maxLength 5 now.'],
    ],
    step: 'major',
  },
  {
    title: 'a limit of a schema that is sent is breaking, under its own name',
    before: (document) => addLabel(document, { type: 'object', properties: { text: { type: 'string' } } }),
    change: (document) => {
      Object.assign(document.components.schemas['Label']!, { maxProperties: 1 });
    },
    says: [['breaking', 'Label has maxProperties 1 now.']],
    step: 'major',
    oasdiff: 'oasdiff does not compare maxProperties. A previously valid object may be rejected.',
  },
  {
    title: 'a child of a discriminated base is compared',
    before: (document) => pets(document, { type: 'string' }),
    change: (document) => pets(document, { type: 'string', maxLength: 9 }),
    says: [
      ['breaking', 'Dog.bark has maxLength 9 now.'],
      ['breaking', 'Pet (dog).bark has maxLength 9 now.'],
    ],
    step: 'major',
    oasdiff: 'oasdiff does not follow a discriminator to the children of the base.',
  },
  {
    title: 'servers that appear at a path are breaking, as the key goes elsewhere',
    change: (document) => {
      Object.assign(document.paths['/stack']!, { servers: [{ url: 'https://stack.example' }] });
    },
    says: [
      ['breaking', 'rc.crates.getStack uses the stackExample server now, was default.'],
      ['addition', 'server stackExample is new: https://stack.example.'],
    ],
    step: 'major',
    oasdiff: 'oasdiff does not compare the servers of a path.',
  },
  {
    title: 'the deprecation of a parameter is an addition',
    change: (document) => {
      parameter(document, 'search').deprecated = true;
    },
    says: [['addition', 'rc.crates.list(params).search is deprecated now.']],
    step: 'minor',
  },
  {
    title: 'the deprecation of a parameter in the path is an addition',
    before: (document) => {
      document.paths['/stack/{row}'] = {
        get: { ...operation(document, 'getStack'), operationId: 'getRow', parameters: [] },
      };
      addParameter(document, 'getRow', { name: 'row', in: 'path', required: true, schema: { type: 'string' } });
    },
    change: (document) => {
      operation(document, 'getRow').parameters![0]!.deprecated = true;
    },
    says: [['addition', 'rc.crates.getRow(row) is deprecated now.']],
    step: 'minor',
  },
];
