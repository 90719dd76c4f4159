// What TypeDoc's own theme lacks: a link that skips to the content, and the routes of a resource at the top of its page.
import { DefaultTheme, JSX } from 'typedoc';

const { createElement } = JSX;

export class SiteTheme extends DefaultTheme {
  getRenderContext(page) {
    const context = super.getRenderContext(page);
    const { reflectionPreview, index, breadcrumbs } = context;
    context.reflectionPreview = (reflection) =>
      hasRoutes(reflection) ? methodList(context, reflection) : reflectionPreview(reflection);
    context.index = (reflection) => (hasRoutes(reflection) ? undefined : index(reflection));
    // That of a guide would only repeat its title.
    context.breadcrumbs = (reflection) => (reflection.isDocument?.() ? undefined : breadcrumbs(reflection));
    return context;
  }
}

/** For the hook `body.begin`. */
export function skipLink() {
  return createElement('a', { href: '#content', class: 'skip' }, 'Skip to content');
}

/** The content is a landmark, and what `skipLink` leads to. The icons are those that a script of TypeDoc adds to the page. */
export function finishPage(page) {
  const mark = '<div class="col-content">';
  if (!page.contents.includes(mark)) throw new Error(`TypeDoc's layout of ${page.url} has changed: no ${mark}`);
  page.contents = page.contents
    .replace(mark, '<div class="col-content" id="content" role="main" tabindex="-1">')
    // A page that is opened as a file must not load them from another one.
    .replaceAll(/<use href="[^"#]*assets\/icons\.svg#/g, '<use href="#');
}

/** Each method with its route and the first paragraph of its description. */
function methodList(context, reflection) {
  const entries = reflection.children.flatMap((method) => {
    const [signature] = method.signatures ?? [];
    if (!signature) return [];
    const link = createElement('a', { href: context.urlTo(method) }, method.name);
    const route = routeOf(signature);
    return [
      createElement('dt', null, link, route && createElement('code', null, route)),
      createElement('dd', null, context.commentShortSummary(signature)),
    ];
  });
  return createElement('dl', { class: 'tsd-panel tsd-typography methods' }, ...entries);
}

function hasRoutes(reflection) {
  return (reflection.children ?? []).some(({ signatures = [] }) => signatures.some(routeOf));
}

/** As the comment of the method says it: `GET /storage`. */
function routeOf({ comment }) {
  const code = comment?.summary.find(({ kind, text }) => kind === 'code' && /^`[A-Z]+ \//.test(text));
  return code?.text.replaceAll('`', '');
}
