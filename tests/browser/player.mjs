// Plays a page with sound in a real Chromium, and prints one JSON document of what it does.
//
//   CHROMIUM=/usr/bin/chromium node player.mjs job.json
//
// job.json: { "page": file, "sound": file, "places": [ [seconds, id] ], "speeds": [ number ], "sentence": id }
import fs from 'node:fs';
import { launch } from './checkers.mjs';

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const sound = fs.readFileSync(job.sound);
const browser = await launch();

async function opened(context, options = {}) {
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: fs.readFileSync(options.file ?? job.page) });
    }
    if (!request.url().startsWith('http://page.test/')) return route.abort();
    // Seeking asks for a part of the file.
    const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers().range ?? 'bytes=0-').map(Number);
    const end = to || sound.length - 1;
    return route.fulfill({
      status: 206, contentType: 'audio/mpeg', body: sound.subarray(from, end + 1),
      headers: { 'accept-ranges': 'bytes', 'content-range': `bytes ${from}-${end}/${sound.length}` },
    });
  });
  await page.goto('http://page.test/talk.html');
  await page.waitForFunction(() => document.querySelector('audio').readyState >= 1);
  return { page, complaints };
}

// In a frame that the page has drawn: on a busy machine a frame may come late, and marks move with the frames.
const heard = (page) => page.evaluate(async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const highlight = CSS.highlights.get('story-word');
  return {
    time: document.querySelector('audio').currentTime,
    id: document.querySelector('.heard')?.id ?? null,
    word: highlight && highlight.size ? String([...highlight][0]) : null,
  };
});
const state = (page) => page.evaluate(() => {
  const audio = document.querySelector('audio');
  return { time: audio.currentTime, paused: audio.paused, rate: audio.playbackRate, focus: document.activeElement.id };
});
const pause = (page) => page.evaluate(() => document.querySelector('audio').pause());

const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
const { page, complaints } = await opened(context);
const report = { complaints, places: [] };

// The sentence that is marked is the one that is said, at several places and speeds, while it plays.
for (const speed of job.speeds) {
  await page.selectOption('.player select', String(speed));
  for (const [seconds] of job.places) {
    await page.evaluate((time) => { const audio = document.querySelector('audio'); audio.currentTime = time; return audio.play(); }, seconds);
    await page.waitForFunction((time) => document.querySelector('audio').currentTime > time + 0.15, seconds);
    report.places.push({ speed, ...await heard(page), rate: (await state(page)).rate });
    await pause(page);
  }
}

// A click on a sentence, and Enter on the one that the arrow keys came to, plays from there.
await page.evaluate((id) => document.getElementById(id).scrollIntoView(), job.sentence);
await page.click(`#${job.sentence}`);
report.clicked = await state(page);
await pause(page);
await page.locator('.player button').focus();
await page.keyboard.press('Enter');
const from = (await state(page)).focus;
await page.keyboard.press('ArrowDown');
report.keys = { from, to: (await state(page)).focus };
await page.keyboard.press('Enter');
await page.waitForFunction(() => !document.querySelector('audio').paused);
report.keys.entered = await state(page);
await page.keyboard.press('Space');
report.keys.paused = (await state(page)).paused;
await page.keyboard.press('Escape');
report.keys.left = await page.evaluate(() => document.activeElement.tagName);

// The place is kept for the next time.
report.kept = { before: (await state(page)).time };
await page.close();
const again = (await opened(context)).page;
report.kept.after = (await state(again)).time;
await context.close();

// Without scripts the page reads and plays.
const plain = await browser.newContext({ javaScriptEnabled: false });
const still = await plain.newPage();
await still.route('**/*', (route) => (route.request().isNavigationRequest()
  ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: fs.readFileSync(job.page) })
  : route.fulfill({ contentType: 'audio/mpeg', body: sound })));
await still.goto('http://page.test/talk.html');
report.plain = {
  controls: await still.locator('.player .controls').isVisible(),
  audio: await still.locator('.player audio[controls]').isVisible(),
  story: await still.locator('article h1').isVisible(),
};
await browser.close();
process.stdout.write(JSON.stringify(report));
