// The plugin of TypeDoc that makes one site of the guides and the API reference. See typedoc.json.
import { Comment, CommentTag, Converter, KindRouter, PageEvent, ReflectionKind, Renderer } from 'typedoc';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guideGroup } from './guide-groups.mjs';
import { llmsIndex, llmsText, readGuides, withoutLinks } from './llms.mjs';
import { finishPage, SiteTheme, skipLink } from './theme.mjs';

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => nameByHeading(document));
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => tellUndescribed(project), 2000);
  // Before the categories are made.
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => categorize(project), 1000);
  // After the inherited members are known.
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => forgetInternals(project), -1000);
  app.renderer.defineRouter('site', SiteRouter);
  app.renderer.defineTheme('site', SiteTheme);
  app.renderer.hooks.on('body.begin', skipLink);
  app.renderer.on(PageEvent.END, finishPage);
  app.renderer.on(Renderer.EVENT_BEGIN, () => app.renderer.postRenderAsyncJobs.push(writeTexts));
}

async function writeTexts({ outputDirectory }) {
  const pages = await readGuides();
  for (const { address, text } of pages) await writeFile(join(outputDirectory, address), text);
  const api = await readFile('generated/api.md', 'utf8');
  // Its links lead to sources, which are not on the site.
  await writeFile(join(outputDirectory, 'guides/api.md'), withoutLinks(api));
  await writeFile(join(outputDirectory, 'llms.txt'), llmsIndex(pages));
  await writeFile(join(outputDirectory, 'llms-full.txt'), llmsText(pages));
}

/** A guide has the address of its file: guides/streaming.html. */
class SiteRouter extends KindRouter {
  getIdealBaseName(reflection) {
    return reflection.isDocument?.() ? `guides/${reflection.frontmatter.slug}` : super.getIdealBaseName(reflection);
  }
}

/** The heading of a guide names it in the navigation, in the group of its subject. */
function nameByHeading(document) {
  const [, heading] = /^\s*# (.+)\n/.exec(document.content[0]?.text ?? '') ?? [];
  if (heading === undefined) throw new Error(`The guide ${document.name} must begin with a heading: # Title`);
  document.frontmatter.slug = document.name;
  document.frontmatter.category = guideGroup(document.name);
  document.name = heading;
}

/** As it is imported. */
function nameByImport(module) {
  module.name = module.name === 'index' ? '@runcrate/sdk' : `@runcrate/sdk/${module.name}`;
}

function categorize(project) {
  const resources = resourcesOf(project);
  for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) {
    const { parent } = reflection;
    if (reflection.kindOf(ReflectionKind.Module)) nameByImport(reflection);
    if (!parent?.kindOf(ReflectionKind.Project | ReflectionKind.Module) || reflection.isDocument()) continue;
    for (const owner of reflection.signatures ?? [reflection]) tag(owner, categoryOf(reflection, resources));
  }
}

function tag(reflection, category) {
  reflection.comment ??= new Comment();
  reflection.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: category }]));
}

/** What a member was inherited from helps nobody if it is not exported. */
function forgetInternals(project) {
  for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) {
    for (const origin of ['overwrites', 'inheritedFrom', 'implementationOf']) {
      if (reflection[origin] && !reflection[origin].reflection) reflection[origin] = undefined;
    }
  }
}

/** What the document does not describe needs no description here: a resource of another author must not fail the site. */
function tellUndescribed(project) {
  for (const reflection of project.getReflectionsByKind(ReflectionKind.Property | ReflectionKind.TypeAlias)) {
    const { packagePath = '' } = project.getSymbolIdFromReflection(reflection) ?? {};
    if (reflection.hasComment() || !packagePath.startsWith('generated/')) continue;
    reflection.comment = new Comment([{ kind: 'text', text: 'The API does not describe it.' }]);
  }
}

/** The types of the properties of the client: their methods send requests. */
function resourcesOf(project) {
  const client = project.getReflectionsByKind(ReflectionKind.Class).find(({ name }) => name === 'Runcrate');
  const types = (client?.children ?? []).map((member) => member.type ?? member.getSignature?.type);
  return new Set(types.filter((type) => type?.type === 'reference').map(({ name }) => name));
}

function categoryOf(reflection, resources) {
  const { name } = reflection;
  if (reflection.kindOf(ReflectionKind.Module)) return 'API reference';
  if (/^(?:Runcrate|createClient)$/.test(name)) return 'Client';
  if (/Error$|^(?:Api)?ErrorInit$|^Attempt$/.test(name)) return 'Errors';
  if (/Params(?:Fields)?$/.test(name)) return 'Parameters';
  if (/Options$/.test(name)) return 'Options';
  if (resources.has(name)) return 'Resources';
  if (reflection.kindOf(ReflectionKind.Class)) return 'Results';
  if (reflection.kindOf(ReflectionKind.Function)) return 'Functions';
  return 'Types';
}
