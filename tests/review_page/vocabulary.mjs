// The published page of the vocabulary: languages, links to what lies beside it, width, what axe-core has against it.
//   node vocabulary.mjs PAGE
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {faultsOf, loadAxe, withBrowser} from './browser.mjs';

const file = process.argv[2];
const shown = (page, language) => page.locator(`section.term p[lang=${language}]`).first().isVisible();

await withBrowser(async (open) => {
  const {page, faults} = await open(file);
  for (const [choice, korean, english] of [['both', true, true], ['ko', true, false], ['en', false, true]]) {
    await page.locator(`#show-${choice}`).check();
    assert.deepEqual([await shown(page, 'ko'), await shown(page, 'en')], [korean, english], choice);
  }
  await page.locator('#show-both').check();

  // Each link of the page leads somewhere: to a place of it, to a file beside it, or to a term of others.
  const addresses = await page.$$eval('a[href]', (all) => all.map((a) => a.getAttribute('href')));
  for (const address of addresses.filter((a) => !a.startsWith('http'))) {
    const there = address.startsWith('#') ? await page.locator(`[id="${address.slice(1)}"]`).count() === 1 : existsSync(join(dirname(file), address));
    assert.ok(there, address);
  }
  const forms = await page.$$eval('link[rel=alternate]', (all) => all.map((l) => [l.type, l.getAttribute('href')]));
  assert.deepEqual(forms, [['text/turtle', 'samgak.ttl'], ['application/ld+json', 'samgak.jsonld']]);
  assert.ok(forms.every(([, name]) => addresses.includes(name)));

  for (const width of [1360, 390]) {
    await page.setViewportSize({width, height: 844});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${width} is too narrow`);
  }
  assert.deepEqual(faults, []);
}, {ready: 'section.term'});

// The policy of the page lets no script in.
await withBrowser(async (open) => {
  const {page} = await open(file);
  await loadAxe(page);
  // Terms are made alike: a few tell, and axe-core measures the contrast of every text.
  await page.$$eval('section.term:nth-of-type(n+5)', (terms) => terms.forEach((term) => term.remove()));
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({colorScheme});
    assert.deepEqual(await faultsOf(page, 'html'), [], colorScheme);
  }
}, {ready: 'section.term', bypassCSP: true});
