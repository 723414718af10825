// Opens pages in a real Chromium and prints one JSON list of what they tried, as { page, what }.
//
//   CHROMIUM=/usr/bin/chromium node hostile.mjs job.json
//
// job.json: { "pages": { name: path }, "policy": whether the page's own Content-Security-Policy is in force }
// No request leaves this machine. Pictures and recordings may be asked for; all else is a finding.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ bypassCSP: !job.policy });
const found = [];
let name = '';
let body = '';
const say = (what) => found.push({ page: name, what });

await context.exposeFunction('canary', (what) => say(`called ${what}`));
await context.addInitScript(() => {
  for (const word of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    globalThis[word] = () => globalThis.canary(word);
  }
});
await context.route('**/*', (route) => {
  const request = route.request();
  if (request.url() === 'http://page.test/' && request.isNavigationRequest()) {
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  }
  if (!['image', 'media', 'texttrack'].includes(request.resourceType()) || !/^https?:/.test(request.url())) {
    say(`asked for ${request.resourceType()} ${request.url().slice(0, 100)}`);
  }
  // 204: a navigation ends where it began, and no error page gets in the way of the next one.
  return request.isNavigationRequest() ? route.fulfill({ status: 204 }) : route.abort();
});

// What only a browser can tell: whom a link would lead to, and which attributes are handlers.
// Ours are data for machines, and the controls of the one panel above the story: it stands where no story can write.
const inspect = () => {
  const isOurs = (element) => element.matches('head > script[type="application/ld+json"]')
    || element.matches('body > header.site:nth-child(2) > details.settings:only-of-type :is(input[type=radio], select)');
  const leads = [...document.querySelectorAll('a[href], area[href]')]
    .filter((link) => !['http:', 'https:', 'mailto:', 'tel:'].includes(link.protocol))
    .map((link) => `leads to ${link.href.slice(0, 100)}`);
  const active = [...document.querySelectorAll('*')].flatMap((element) => [
    ...[...element.attributes].filter(({ name: it }) => /^on/i.test(it)).map(({ name: it }) => `has ${it}`),
    ...(element.matches('script, iframe, object, embed, form, input, select, textarea, button, base, svg, frame, portal, [http-equiv=refresh i]')
      && !isOurs(element) ? [`has <${element.localName}>`] : []),
  ]);
  return [...leads, ...active];
};

const page = await context.newPage();
page.on('dialog', (dialog) => { say(`dialog ${dialog.type()}`); dialog.dismiss(); });
page.on('popup', () => say('popup'));
page.on('framenavigated', (frame) => { if (frame.url() !== 'http://page.test/') say(`navigated to ${frame.url().slice(0, 100)}`); });
page.on('download', () => say('download'));
for (const [key, file] of Object.entries(job.pages)) {
  name = key;
  body = fs.readFileSync(file);
  await page.goto('http://page.test/', { waitUntil: 'load' });
  // A page that goes elsewhere takes the context with it.
  for (const what of await page.evaluate(inspect).catch((error) => [`stopped: ${error.message}`])) say(what);
}
await page.waitForTimeout(300);
await browser.close();
process.stdout.write(JSON.stringify(found));
