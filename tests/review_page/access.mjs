// What axe-core has against a page: in Korean by day and in English by night, examples too. As JSON.
//   node access.mjs PAGE
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {MODULES, withBrowser} from './browser.mjs';

const axe = readFileSync(join(MODULES, 'axe-core/axe.min.js'), 'utf8');
const found = [];

async function judge(page, where, scope) {
  const faults = await page.evaluate(async (selector) => {
    const {violations} = await window.axe.run(selector);
    return violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')}: ${n.any[0]?.message ?? v.help}`));
  }, scope);
  found.push(...faults.map((fault) => `${where}: ${fault}`));
}

// The policy of the page lets no other script in.
await withBrowser(async (open) => {
  const {page} = await open(process.argv[2]);
  await page.evaluate(axe);
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
