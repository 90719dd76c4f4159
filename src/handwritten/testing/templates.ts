import { listed, refusedField } from './answer.js';
import type { Handler } from './call.js';
import { models, templates } from './catalogue.js';
import { isFound } from './world.js';

type Template = (typeof templates)[number];

export const catalogueHandlers: Readonly<Record<string, Handler>> = {
  listModels: () => ({ status: 200, body: { object: 'list', data: models } }),
  listTemplates: ({ query }) => {
    const { page = '1', page_size: size = '25', search, category, sort_by: key, sort_dir: direction } = query;
    if (key !== undefined && !(key in (templates[0] ?? {}))) {
      return refusedField('sort_by', `must be one of ${Object.keys(templates[0] ?? {}).join(', ')}`, 400);
    }
    const found = templates.filter(
      (template) =>
        isFound(`${template.name} ${template.description}`, search) &&
        (category === undefined || template.category === category),
    );
    const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
    if (key !== undefined)
      found.sort((a, b) => sign * a[key as keyof Template].localeCompare(b[key as keyof Template]));
    const start = (Number(page) - 1) * Number(size);
    const meta = { hasMore: start + Number(size) < found.length, total: found.length };
    return listed(found.slice(start, start + Number(size)), meta);
  },
};
