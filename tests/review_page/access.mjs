// What axe-core has against a page: in Korean by day and in English by night, examples too. As JSON.
//   node access.mjs PAGE
import {faultsOf, loadAxe, withBrowser} from './browser.mjs';

const found = [];

// Rows of one list are made alike: three of each tell, and axe-core measures the contrast of every text.
const ALIKE = ['tbody > tr', '.blocks > .example', '.relation-block', '.tree > .concept', '.idle > .concept']
    .map((row) => `${row}:nth-of-type(n+4)`).join();

async function judge(page, where, scope) {
  await page.$$eval(ALIKE, (rows) => rows.forEach((row) => row.remove()));
  const faults = await faultsOf(page, scope);
  found.push(...faults.map((fault) => `${where}: ${fault}`));
}

// The policy of the page lets no other script in.
await withBrowser(async (open) => {
  const {page} = await open(process.argv[2]);
  await loadAxe(page);
  for (const [scheme, language] of [['light', 'ko'], ['dark', 'en']]) {
    await page.emulateMedia({colorScheme: scheme});
    if (language === 'en') await page.click('.language');
    await page.waitForSelector(`html[data-ready="all"][lang="${language}"]`);
    await judge(page, `${scheme} ${language}`, 'body');
    await page.locator('#relations .signatures .count').first().click();
    await page.locator('samgak-examples .example').first().waitFor();
    await judge(page, `${scheme} ${language}, examples`, 'samgak-examples');
    await page.keyboard.press('Escape');
  }
}, {bypassCSP: true});
console.log(JSON.stringify(found));
