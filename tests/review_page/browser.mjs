// Headless Chromium for the tests of the review page: every error and every request that a page makes is kept.
import {createRequire} from 'node:module';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

// Milliseconds; only a page that hangs takes so long, however busy the machine is.
const PATIENCE = 240000;
const CHROMIUM = process.env.SAMGAK_CHROMIUM ?? '/usr/bin/chromium';
export const MODULES = process.env.SAMGAK_NODE_PATH ?? join(import.meta.dirname ?? '.', '../../build/tools/node/node_modules');

/** Runs `work(open)`; `open(file)` gives `{page, faults, seconds}` when the page has `ready`. `options` are more of a browser's
    context. */
export async function withBrowser(work, {ready = 'html[data-ready="all"]', ...options} = {}) {
  const {chromium} = createRequire(join(MODULES, 'x.js'))('playwright-core');
  const profile = mkdtempSync(join(tmpdir(), 'samgak-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
           '--disable-component-update', '--disable-sync'],
    acceptDownloads: true,
    locale: 'ko-KR',
    viewport: {width: 1360, height: 900},
    timeout: PATIENCE,
    ...options,
  });
  try {
    await work(async (file) => {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const address = String(pathToFileURL(file));
      const faults = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on('request', (request) => {
        const own = request.url().split('#')[0] === address || /^(data|blob):/.test(request.url());
        if (!own) faults.push(`request: ${request.url()}`);
      });
      // Time of the page's own thread: what it would take on a machine that nobody else uses.
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable', {timeDomain: 'threadTicks'});
      await page.goto(address);
      await page.waitForSelector(ready);
      const {metrics} = await session.send('Performance.getMetrics');
      return {page, faults, seconds: metrics.find((m) => m.name === 'TaskDuration').value};
    });
  } finally {
    await context.close();
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  }
}

/** Puts axe-core into a page, whose policy must be bypassed. */
export async function loadAxe(page) {
  await page.evaluate(readFileSync(join(MODULES, 'axe-core/axe.min.js'), 'utf8'));
}

/** What axe-core has against the part of a page that `scope` selects. */
export async function faultsOf(page, scope) {
  return page.evaluate(async (selector) => {
    // What passes is not looked at, so its nodes need not be gathered.
    const {violations} = await window.axe.run(selector, {resultTypes: ['violations']});
    return violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')}: ${n.any[0]?.message ?? v.help}`));
  }, scope);
}
