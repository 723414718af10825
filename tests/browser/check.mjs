// Runs the checkers over pages in a real Chromium, and prints one JSON document of what they found.
//
//   CHROMIUM=/usr/bin/chromium node check.mjs job.json
//
// job.json: { "pages": { name: path }, "views": [ { scheme, width, forced?, zoom?, spacing? } ], "shots"?: folder }
// Every request of a page but its own document is answered with a small picture and written down.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (name) => fs.readFileSync(path.join(here, 'node_modules', name), 'utf8');
const engines = {
  axe: source('axe-core/axe.min.js'),
  ibm: `${source('accessibility-checker-engine/ace.js')};globalThis.ace = ace;0`,
  htmlcs: `${source('html_codesniffer/build/HTMLCS.js')};0`,
};
const picture = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="100%" height="100%" fill="#7d93a8"/>' +
  '<path d="M0 520 Q320 380 640 500 T1280 430 V720 H0Z" fill="#4d6b57"/></svg>');

async function axe(page) {
  return page.evaluate(async () => {
    const rules = Object.fromEntries(
      axe.getRules().filter((rule) => !rule.tags.includes('deprecated')).map((rule) => [rule.ruleId, { enabled: true }]));
    const result = await axe.run(document, { rules });
    return result.violations.flatMap((rule) =>
      rule.nodes.map((node) => ({ rule: rule.id, help: rule.help, at: node.target.join(' '), html: node.html.slice(0, 200) })));
  });
}

async function ibm(page) {
  return page.evaluate(async () => {
    const report = await new ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
    return report.results
      .filter((found) => found.value[0] === 'VIOLATION' && found.value[1] === 'FAIL')
      .map((found) => ({ rule: found.ruleId, help: found.message, at: found.path.dom, html: (found.snippet || '').slice(0, 200) }));
  });
}

async function htmlcs(page) {
  return page.evaluate(() => new Promise((done) => {
    HTMLCS.process('WCAG2AAA', document, () => done(HTMLCS.getMessages()
      .filter((message) => message.type === 1)
      .map((message) => ({ rule: message.code, help: message.msg, at: message.element.nodeName || '', html: (message.element.outerHTML || '').slice(0, 200) }))));
  }));
}

// Sideways scrolling of the page, at this width (WCAG 1.4.10); boxes that scroll by themselves are allowed.
const wide = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth <= clientWidth) return [];
  const culprit = [...document.querySelectorAll('body *')].find(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.scroll'));
  return [{ rule: 'scrolls-sideways', help: `${scrollWidth} > ${clientWidth}`, at: culprit?.tagName ?? '', html: culprit?.outerHTML.slice(0, 200) ?? '' }];
});

// WCAG 1.4.12: nobody may lose words when a reader spaces the text out.
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`;

const isClipped = () => [...document.querySelectorAll('p, li, dt, dd, h1, h2, h3, h4, h5, h6, td, th, figcaption, summary, caption, a')]
  .filter((element) => getComputedStyle(element).overflow === 'hidden'
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
  .map((element) => ({ rule: 'text-clipped', help: 'words are cut off', at: element.tagName, html: element.outerHTML.slice(0, 200) }));

// The page in a window of its own; its requests are written down, and none leaves this machine.
async function opened(browser, body, options) {
  const requests = [];
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const request = route.request();
    if (request.resourceType() === 'document') {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    }
    requests.push({ type: request.resourceType(), url: request.url() });
    return request.resourceType() === 'image' ? route.fulfill({ contentType: 'image/svg+xml', body: picture }) : route.abort();
  });
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto('http://page.test/');
  return { context, page, requests, complaints };
}

// Lazy pictures come while one scrolls and move the text; here they are all waited for.
const allPictures = (page) => page.evaluate(() => Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode().catch(() => 0);
})));

// Tab through the page as a reader does: where it lands, in which order, and whether one sees it.
async function keys(browser, body) {
  const { context, page } = await opened(browser, body, { viewport: { width: 1280, height: 900 } });
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const all = [...document.querySelectorAll('*')];
    return {
      href: element.getAttribute('href'), id: element.id, tag: element.tagName, place: all.indexOf(element),
      outlined: element.tagName === 'VIDEO' || element.tagName === 'AUDIO'
        || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
      onScreen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
  const seen = [];
  await allPictures(page);
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (now.tag === 'BODY' || now.place < (seen.at(-1)?.place ?? 0)) break;
    if (now.place !== seen.at(-1)?.place) seen.push(now);
  }
  await page.reload();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const after = await focused();
  const expected = await page.evaluate(() => document.querySelectorAll('a[href], summary, video, audio').length);
  await context.close();
  const unseen = seen.filter((stop) => !stop.outlined || !stop.onScreen);
  if (seen.length < expected) unseen.push({ missed: expected - seen.length });
  return { first: seen[0]?.href, skipped_to: after.id, unseen, order: seen.map((stop) => stop.place) };
}

// Without any bypass: does the browser complain about the policy, and is the style there?
async function policy(browser, body) {
  const { context, page, complaints } = await opened(browser, body, {});
  const margin = await page.evaluate(() => getComputedStyle(document.body).marginTop);
  await context.close();
  return { complaints: complaints.filter((text) => /security policy/i.test(text)), margin };
}

async function view(browser, body, setting, shot) {
  const { context, page, requests } = await opened(browser, body, {
    bypassCSP: true,
    colorScheme: setting.scheme,
    forcedColors: setting.forced ? 'active' : 'none',
    contrast: setting.contrast ?? 'no-preference',
    viewport: { width: setting.width, height: 900 },
  });
  if (setting.print) await page.emulateMedia({ media: 'print' });
  if (setting.spacing) await page.addStyleTag({ content: spacing });
  if (shot) {
    await allPictures(page);
    await page.screenshot({ path: shot, fullPage: true });
  }
  const found = { wide: await wide(page), clipped: await page.evaluate(isClipped), requests };
  if (!setting.glance) {
    for (const [name, code] of Object.entries(engines)) {
      await page.evaluate(code);
      found[name] = await { axe, ibm, htmlcs }[name](page);
    }
  }
  await context.close();
  return found;
}

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const report = {};
for (const [name, file] of Object.entries(job.pages)) {
  const body = fs.readFileSync(file);
  report[name] = { keys: await keys(browser, body), policy: await policy(browser, body), views: {} };
  for (const setting of job.views) {
    const shot = job.shots ? path.join(job.shots, `${name}-${setting.name}.png`) : null;
    report[name].views[setting.name] = await view(browser, body, setting, shot);
  }
}
await browser.close();
process.stdout.write(JSON.stringify(report));
