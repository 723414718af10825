// Many pages, one browser: reads lines { name, path } and writes a line { name, seconds, found } for each.
//
//   CHROMIUM=/usr/bin/chromium node sweep.mjs views.json < pages.jsonl
//
// The pages are written into one window after another, in which the checkers stay; after some it is closed for a
// new one, so that no memory piles up. What is found is counted by view, checker and rule, with one example each.
import fs from 'node:fs';
import readline from 'node:readline';
import { allPictures, inject, launch, opened, rewritten, skipped, view } from './checkers.mjs';

const PATIENCE_MS = 300_000;
const PAGES_A_WINDOW = 40;
const views = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

function counted(name, report, found) {
  for (const [checker, findings] of Object.entries(report)) {
    for (const { rule, help, html } of findings) {
      const key = `${name} ${checker} ${rule}`;
      found[key] ??= { count: 0, help, html };
      found[key].count += 1;
    }
  }
}

async function fresh(browser) {
  const window = await opened(browser, '<!DOCTYPE html>', { bypassCSP: true });
  window.page.setDefaultTimeout(PATIENCE_MS);
  await inject(window.page);
  return { ...window, pages: 0 };
}

async function swept({ page, requests }, file) {
  const found = {};
  requests.length = 0;
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
  await rewritten(page, fs.readFileSync(file, 'utf8'));
  await allPictures(page);
  const { first, skipped_to: to } = await skipped(page);
  if (first !== `#${to}`) found['keyboard skip-link'] = { count: 1, help: `${first} led to ${to}`, html: '' };
  for (const setting of views) counted(setting.name, await view(page, setting), found);
  for (const { type, url } of requests) {
    if (type !== 'image') found[`requests ${type}`] = { count: 1, help: url, html: '' };
  }
  return found;
}

let browser = await launch();
let window = null;
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { name, path } = JSON.parse(line);
  const start = Date.now();
  let found;
  let clock;
  try {
    const late = new Promise((_, fail) => { clock = setTimeout(() => fail(new Error('took too long')), PATIENCE_MS); });
    window ??= await fresh(browser);
    found = await Promise.race([swept(window, path), late]);
    window.pages += 1;
    if (window.pages >= PAGES_A_WINDOW) {
      await window.context.close();
      window = null;
    }
  } catch (error) {
    found = { 'sweep failed': { count: 1, help: String(error.message).slice(0, 300), html: '' } };
    await browser.close().catch(() => 0);
    browser = await launch();
    window = null;
  }
  clearTimeout(clock);
  process.stdout.write(`${JSON.stringify({ name, seconds: (Date.now() - start) / 1000, found })}\n`);
}
await browser.close();
