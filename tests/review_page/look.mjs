// Opens a page and says how it is: as JSON on standard output.
//   node look.mjs PAGE
import {withBrowser} from './browser.mjs';

await withBrowser(async (open) => {
  const {page, faults, seconds} = await open(process.argv[2]);
  const seen = await page.evaluate(() => ({
    ready: performance.getEntriesByName('samgak-first').map((m) => m.startTime)[0],
    scripts: document.scripts.length,
    images: document.images.length,
    hurt: window.hurt === true,
    decisions: [...document.querySelectorAll('#decisions tbody tr')].map((row) => row.innerText),
    stale: document.querySelectorAll('#decisions .note-gap').length,
    changes: document.querySelectorAll('#changes tbody tr').length,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  // The sheet reads the whole graph.
  await page.locator('#classes .count').first().click();
  await page.locator('samgak-examples .example').first().waitFor();
  seen.examples = await page.locator('samgak-examples .example').count();
  await page.setViewportSize({width: 390, height: 844});
  seen.wideOnPhone = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  console.log(JSON.stringify({...seen, faults, busy: seconds}));
});
