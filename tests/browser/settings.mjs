// Chooses reading settings in a page as a reader does, and prints one JSON document of what becomes of it.
//
//   CHROMIUM=/usr/bin/chromium node settings.mjs page.html remembering.html
import fs from 'node:fs';
import { launch, opened } from './checkers.mjs';

const [plain, remembering] = process.argv.slice(2).map((file) => fs.readFileSync(file));
const browser = await launch();

const look = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.body);
  const shade = getComputedStyle(document.body, '::before');
  return {
    paper: style.backgroundColor, ink: style.color, font: style.fontFamily, size: parseFloat(style.fontSize),
    line: parseFloat(style.lineHeight) / parseFloat(style.fontSize), letter: style.letterSpacing, word: style.wordSpacing,
    width: document.querySelector('main').getBoundingClientRect().width, shade: shade.content !== 'none' && shade.position,
  };
});

async function choose(page, value) {
  await page.evaluate(() => { document.querySelector('.settings').open = true; });
  const radio = page.locator(`input[value="${value}"]`);
  if (await radio.count()) await radio.check();
  else await page.locator(`select:has(option[value="${value}"])`).selectOption(value);
}

const report = { first: null, chosen: {} };
const { context, page } = await opened(browser, plain, { javaScriptEnabled: true });
report.first = await look(page);
const values = await page.evaluate(() => [...document.querySelectorAll('.settings [value]')].map((it) => it.value));
for (const value of values) {
  await choose(page, value);
  report.chosen[value] = await look(page);
  const [name] = value.split('-');
  const back = values.find((it) => it.startsWith(`${name}-`) && ['system', '100', 'normal', 'off'].includes(it.split('-')[1]));
  await choose(page, back);
}
report.last = await look(page);

// On paper: 12 pt, and 18 pt for who reads in large print.
await page.emulateMedia({ media: 'print' });
report.print = [await look(page)];
await page.emulateMedia({ media: 'screen' });
await choose(page, 'size-150');
await page.emulateMedia({ media: 'print' });
report.print.push(await look(page));
await context.close();

// With the script the choice is there the next time; without it is not.
report.kept = {};
for (const [name, body] of [['plain', plain], ['remembering', remembering]]) {
  const first = await opened(browser, body, {});
  await choose(first.page, 'theme-sepia');
  await choose(first.page, 'size-200');
  await first.page.goto('about:blank');
  await first.page.goto('http://page.test/');
  report.kept[name] = await look(first.page);
  await first.context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(report));
