// Runs the checkers over pages in a real Chromium, and prints one JSON document of what they found.
//
//   CHROMIUM=/usr/bin/chromium node check.mjs job.json
//
// job.json: { "pages": { name: path }, "views": [ { name, scheme, width, ... } ], "shots"?: folder }
// Every request of a page but its own document is answered with a small picture and written down.
import fs from 'node:fs';
import path from 'node:path';
import { allPictures, inject, launch, opened, skipped, view } from './checkers.mjs';

// Tab through the page as a reader does: where it lands, in which order, and whether one sees it.
async function keys(page) {
  const start = await skipped(page);
  await page.goto('about:blank');
  await page.goto('http://page.test/'); // without the fragment: there the keyboard would begin in the story
  await allPictures(page);
  const seen = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      return {
        tag: element.tagName, name: element.getAttribute('name'), place: [...document.querySelectorAll('*')].indexOf(element),
        onScreen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    });
    if (now.tag === 'BODY' || now.place < (seen.at(-1)?.place ?? 0)) break;
    if (now.place !== seen.at(-1)?.place) seen.push(now);
  }
  // What a closed details holds cannot be reached, and of a group of radio buttons one can.
  const expected = await page.evaluate(() => [...document.querySelectorAll('a[href], summary, video, audio, select, input, button')]
    .filter((it) => it.checkVisibility() && !(it.type === 'radio' && !it.checked)).length);
  const unseen = seen.filter((stop) => !stop.onScreen);
  if (seen.length < expected) unseen.push({ missed: expected - seen.length });
  return { ...start, unseen, order: seen.map((stop) => stop.place) };
}

// Without any bypass: does the browser complain about the policy, and is the style there?
async function reading(browser, body) {
  const { context, page, complaints } = await opened(browser, body, {});
  const margin = await page.evaluate(() => getComputedStyle(document.body).marginTop);
  const found = { keys: await keys(page), policy: { complaints: complaints.filter((text) => !text.includes('ERR_FAILED')), margin } };
  await context.close();
  return found;
}

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const browser = await launch();
const report = {};
for (const [name, file] of Object.entries(job.pages)) {
  const body = fs.readFileSync(file);
  report[name] = { ...await reading(browser, body), views: {} };
  const { context, page, requests } = await opened(browser, body, { bypassCSP: true });
  await inject(page);
  for (const setting of job.views) {
    const shot = job.shots ? path.join(job.shots, `${name}-${setting.name}.png`) : null;
    if (shot) await allPictures(page);
    report[name].views[setting.name] = await view(page, setting, shot);
  }
  report[name].requests = requests;
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(report));
