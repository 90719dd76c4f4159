import { chatPageChecks, checkChatPage } from '../../test/examples/page.browser.js';
import { byEsbuild, byVite, byWebpack, unbundled, type MakePage } from './bundlers.js';
import { launch, type Browser } from './chromium.js';
import { serveFolder } from './file-server.js';
import type { Checks, Section, Trial } from './trial.js';

/** A page in Chromium, on another origin than the server. */
export const browserTrials: readonly Trial[] = [
  pageTrial('no bundler', unbundled),
  pageTrial('esbuild', byEsbuild),
  pageTrial('Vite', byVite),
  pageTrial('webpack', byWebpack),
];

/** The page of examples/stream-to-browser.ts, as a user sees it. */
export const chatPage: Section = {
  subject: 'example page',
  checks: chatPageChecks,
  trials: [
    {
      name: 'Chromium',
      format: 'chat',
      async run() {
        await using browser = await launch();
        return { version: browser.version, checks: await checkChatPage(await browser.newPage()) };
      },
    },
  ],
};

function pageTrial(format: string, makePage: MakePage): Trial {
  return {
    name: 'Chromium',
    format,
    async run({ project, origin }) {
      // A bundle that can't be built is a failure, even if there is no browser to open it.
      const path = await makePage(project);
      await using browser = await launch();
      await using files = await serveFolder(project.folder);
      const checks = await openPage(browser, `${files.origin}/${path}?origin=${origin}`);
      return { version: browser.version, checks };
    },
  };
}

async function openPage(browser: Browser, url: string): Promise<Checks> {
  const page = await browser.newPage();
  const broken = new Promise<never>((_, reject) => page.on('pageerror', reject));
  await page.goto(url);
  return (await Promise.race([page.evaluate('globalThis.report'), broken])) as Checks;
}
