import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './chromium.js';
import { mustRun } from './command.js';
import { serveFolder } from './file-server.js';
import type { Project } from './project.js';
import { checkSite, siteChecks, sitePages, type SiteOptions } from './site-checks.js';
import type { Checks, Section, Trial } from './trial.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The site of `npm run docs`, as a reader sees it: served, and from a folder of files. */
export const site: Section = {
  subject: 'site',
  checks: siteChecks,
  trials: [
    served('light'),
    served('dark'),
    trial('files', (folder) =>
      // They look as the served ones do.
      inChromium({ base: pathToFileURL(folder).href, colorScheme: 'light', pages: sitePages.slice(0, 1) }),
    ),
  ],
};

function served(colorScheme: SiteOptions['colorScheme']): Trial {
  return trial(colorScheme, async (folder) => {
    await using server = await serveFolder(folder);
    return await inChromium({ base: server.origin, colorScheme, pages: sitePages });
  });
}

function trial(format: string, look: (folder: string) => ReturnType<Trial['run']>): Trial {
  return { name: 'Chromium', format, run: async ({ project }) => look(await build(project)) };
}

async function inChromium(options: SiteOptions): Promise<{ readonly version: string; readonly checks: Checks }> {
  await using browser = await launch();
  return { version: browser.version, checks: await checkSite(browser, options) };
}

const built = new Map<Project, Promise<string>>();

/** Builds the site once for all trials of a run. Gives its folder. */
function build(project: Project): Promise<string> {
  const folder = built.get(project) ?? buildInto(project);
  built.set(project, folder);
  return folder;
}

async function buildInto(project: Project): Promise<string> {
  const folder = await project.newFolder('site');
  await mustRun('npm', ['run', '--silent', 'docs', '--', '--out', folder], { cwd: root });
  return folder;
}
