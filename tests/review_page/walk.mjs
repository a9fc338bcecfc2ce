// A reviewer's walk: filters, a count followed to its quote, decisions taken and exported.
//   node walk.mjs PAGE FOLDER
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {withBrowser} from './browser.mjs';

const [, , file, folder] = process.argv;
const PARTS = ['overview', 'findings', 'classes', 'relations', 'taxonomy', 'unmapped', 'duplicates', 'contradictions', 'changes',
               'decisions'];

async function exported(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#decisions button.export:text-is("${name}")`)]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

await withBrowser(async (open) => {
  const {page, faults} = await open(file);
  const sheet = page.locator('samgak-examples dialog');

  // The ten parts, in this order, in both languages.
  assert.deepEqual(await page.$$eval('main > *', (all) => all.map((e) => e.id)), PARTS);
  assert.match(await page.textContent('#classes h2'), /클래스/);
  await page.click('.language');
  await page.waitForSelector('html[data-ready="all"][lang="en"]');
  assert.match(await page.textContent('#classes h2'), /Classes/);
  await page.click('.language');
  await page.waitForSelector('html[data-ready="all"][lang="ko"]');

  // Every class has a row, also one without a node; a filter narrows the list.
  const rows = page.locator('#classes tbody tr');
  const all = await rows.count();
  assert.ok(all >= 12);
  assert.ok(await page.locator('#classes tr .zero').count() > 0);
  await page.fill('#classes input[type=search]', 'meeting');
  assert.ok(await rows.count() < all);

  await page.fill('#classes input[type=search]', '');

  // Nothing that counts stands still but zero, «known names» and the confidence of a row.
  for (const part of ['classes', 'relations', 'unmapped']) {
    const still = await page.$$eval(`#${part} td.n, #${part} .totals`, (cells) => cells.filter((c) => /[1-9]/.test(c.textContent) &&
      c.querySelectorAll('button.count').length < (c.matches('.totals') ? 3 : 1)).map((c) => c.textContent));
    assert.deepEqual(still.filter((text) => part !== 'unmapped' || !text.match(/^\d+$/)), [], part);
  }
  assert.equal(await page.locator('.figures button.count').count(), 5);
  // A count of documents leads to documents, a document to what it says.
  await page.locator('.figures .figure', {hasText: '문서'}).locator('.count').click();
  await sheet.locator('.example .count').last().click();
  await sheet.locator('blockquote').first().waitFor();
  await page.keyboard.press('Escape');

  // What is missing is said in words, with the sentence that names the node.
  const finding = page.locator('#findings .finding', {hasText: '참석자가 적혀 있지 않은'}).first();
  assert.match(await finding.locator('.facts').innerText(), /← 참석했다 \/ ← 주재했다/);
  assert.ok((await finding.locator('blockquote').innerText()).length > (await finding.locator('mark').innerText()).length);

  // A count of nodes leads to nodes, a node to the quote that it stands on.
  await page.locator('#classes tr', {has: page.locator('code', {hasText: /^Meeting$/})}).locator('.count').first().click();
  await sheet.locator('.example').first().waitFor();
  await sheet.locator('details > summary').first().click();
  assert.ok((await sheet.locator('blockquote').first().innerText()).trim().length > 3);
  assert.match(await sheet.locator('figcaption').first().innerText(), /s\d\d\.\w+.*\d+–\d+/s);
  await page.keyboard.press('Escape');
  assert.equal(await sheet.isVisible(), false);

  // A count of a signature leads to statements, their ends marked in the quote, what stands around it shown.
  await page.locator('#relations .signatures .count').first().click();
  await sheet.locator('.example').first().waitFor();
  assert.ok(await sheet.locator('mark').count() > 0);
  assert.ok(await sheet.locator('.around').count() > 0);
  await page.keyboard.press('Escape');

  // Facets narrow the examples.
  await page.locator('#relations .relation-block', {has: page.locator('h3 code', {hasText: /^attended$/})}).locator('.totals .count')
      .first().click();
  await sheet.locator('.facet', {hasText: '예정'}).click();
  assert.ok(await sheet.locator('.example').count() > 0);
  assert.equal(await sheet.locator('.status-held').count(), 0);
  // A step further, and back.
  await sheet.locator('.example .link').first().click();
  await sheet.getByRole('button', {name: /뒤로/}).click();
  await sheet.locator('.sheet-head button').last().click();

  // The diagram is a way in too, by keyboard.
  await page.locator('.diagram .box').first().focus();
  await page.keyboard.press('Enter');
  await sheet.locator('.example').first().waitFor();
  await page.keyboard.press('Escape');

  // What was inferred leads to its rule, its premises and their quotes.
  const followed = (relation) => page.locator('#relations samgak-list tr', {has: page.locator('code', {hasText: relation})});
  await followed(/^representedAt$/).locator('.count').click();
  await sheet.locator('.example').first().waitFor();
  assert.match(await sheet.locator('.example .facts').first().innerText(), /dated-chain/);
  assert.equal(await sheet.locator('.example').first().locator('.premises > li').count(), 2);
  assert.ok(await sheet.locator('.premises blockquote mark').count() > 0);
  await page.keyboard.press('Escape');
  // A premise that was inferred itself has reasons of its own.
  await followed(/^hasRepresented$/).locator('.count').click();
  await sheet.locator('.premises summary').first().click();
  await sheet.locator('.premises .premises blockquote').first().waitFor();
  await page.keyboard.press('Escape');

  // The taxonomy opens by keyboard, with a definition for each concept.
  const toggle = page.locator('#taxonomy .tree > .concept > .concept-line .toggle').first();
  await toggle.focus();
  await page.keyboard.press('Enter');
  assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
  const narrower = page.locator('#taxonomy .narrower:not([hidden]) .concept-line');
  assert.ok(await narrower.count() > 0);
  assert.equal(await narrower.locator('.definition').count(), await narrower.count());
  await page.keyboard.press('Enter');
  assert.equal(await narrower.count(), 0);

  // Decisions: by button, by key, with a comment.
  await page.fill('#decisions input[type=text]', '홍길동');
  await page.locator('#decisions input[type=text]').blur();
  await page.locator('#classes samgak-verdict .act-accept').first().click();
  await page.locator('#relations samgak-verdict .act-accept').first().focus();
  await page.keyboard.press('r');
  await page.locator('#taxonomy samgak-verdict .act-comment').first().click();
  await page.keyboard.type('=뜻을 더 좁힐 것, "좁게"');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('#decisions tbody tr').count(), 3);
  assert.match(await page.textContent('.progress'), /3/);

  const json = JSON.parse(await exported(page, 'JSON'));
  assert.deepEqual(json.decisions.map((d) => d.verdict), ['accept', 'reject', '']);
  assert.ok(json.decisions.every((d) => d.reviewer === '홍길동' && d.label !== '' && d.item.includes(':')));
  const csv = await exported(page, 'CSV');
  assert.ok(csv.includes(`"'=뜻을 더 좁힐 것, ""좁게"""`));
  assert.match(await exported(page, 'Turtle'), /a oa:Annotation/);

  // A decision taken back is gone; after loading the page again the others are there.
  await page.locator('#decisions tbody tr button').first().click();
  assert.equal(await page.locator('#decisions tbody tr').count(), 2);
  await page.reload();
  await page.waitForSelector('html[data-ready="all"]');
  assert.equal(await page.locator('#decisions tbody tr').count(), 2);
  await page.setInputFiles('#decisions input[type=file]', join(folder, 'review-decisions.json'));
  await page.locator('#decisions tbody tr').nth(2).waitFor();

  assert.deepEqual(faults, []);
});
