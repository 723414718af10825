// The checkers, as functions of a page that is open in a real Chromium. Each gives a list of findings:
// { rule, help, at, html }. check.mjs and sweep.mjs decide which pages and which views.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (name) => fs.readFileSync(path.join(here, 'node_modules', name), 'utf8');
const code = [
  source('axe-core/axe.min.js'),
  `${source('accessibility-checker-engine/ace.js')};globalThis.ace = ace;0`,
  `${source('html_codesniffer/build/HTMLCS.js')};0`,
];
const picture = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="100%" height="100%" fill="#7d93a8"/>' +
  '<path d="M0 520 Q320 380 640 500 T1280 430 V720 H0Z" fill="#4d6b57"/></svg>');
const HEIGHT = 900;

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

// The page in a window of its own; its requests are written down, and none leaves this machine.
export async function opened(browser, body, options) {
  const requests = [];
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: HEIGHT }, ...options });
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
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('http://page.test/', { waitUntil: 'domcontentloaded' });
  return { context, page, requests, complaints };
}

// Another page in the same window: the checkers stay in it, which take longer to load than most pages to check.
export const rewritten = (page, body) => page.evaluate((text) => {
  history.replaceState(null, '', '/'); // without a fragment: there the keyboard would begin in the story
  document.open();
  document.write(text);
  document.close();
  delete document.aceCache; // what IBM's checker remembers of a document
}, body);

// Lazy pictures come while one scrolls and move the text; here they are all waited for.
export const allPictures = (page) => page.evaluate(() => Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  image.decoding = 'sync';
  return image.complete || new Promise((done) => { image.onload = image.onerror = done; });
})));

export async function inject(page) {
  for (const text of code) await page.evaluate(text);
}

// The rules of axe that go by colours and boxes: what they say may differ from view to view. The others read the tree.
const looks = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

const engines = {
  axe: (only) => {
    const rules = Object.fromEntries(axe.getRules().filter((rule) => !rule.tags.includes('deprecated'))
      .map(({ ruleId }) => [ruleId, { enabled: !only || only.includes(ruleId) }]));
    return axe.run(document, { rules, resultTypes: ['violations'] }).then((result) => result.violations.flatMap((rule) =>
      rule.nodes.map((node) => ({ rule: rule.id, help: rule.help, at: node.target.join(' '), html: node.html.slice(0, 200) }))));
  },
  ibm: async () => {
    globalThis.aceChecker ??= new ace.Checker();
    const report = await aceChecker.check(document, ['WCAG_2_2', 'IBM_Accessibility']);
    return report.results
      .filter((found) => found.value[0] === 'VIOLATION' && found.value[1] === 'FAIL')
      .map((found) => ({ rule: found.ruleId, help: found.message, at: found.path.dom, html: (found.snippet || '').slice(0, 200) }));
  },
  htmlcs: () => new Promise((done) => {
    HTMLCS.process('WCAG2AAA', document, () => done(HTMLCS.getMessages()
      .filter((message) => message.type === 1)
      .map((message) => ({ rule: message.code, help: message.msg, at: message.element.nodeName || '', html: (message.element.outerHTML || '').slice(0, 200) }))));
  }),
};

// Sideways scrolling of the page, at this width (WCAG 1.4.10); boxes that scroll by themselves are allowed.
const isWide = () => {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth <= clientWidth) return [];
  const culprit = [...document.querySelectorAll('body *')].find(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.scroll'));
  return [{ rule: 'scrolls-sideways', help: `${scrollWidth} > ${clientWidth}`, at: culprit?.tagName ?? '', html: culprit?.outerHTML.slice(0, 200) ?? '' }];
};

// WCAG 1.4.12: nobody may lose words when a reader spaces the text out.
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`;
const larger = 'html { font-size: 200% !important; }';

const isClipped = () => [...document.querySelectorAll('p, li, dt, dd, h1, h2, h3, h4, h5, h6, td, th, figcaption, summary, caption, a, label, legend')]
  .filter((element) => getComputedStyle(element).overflow === 'hidden'
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
  .map((element) => ({ rule: 'text-clipped', help: 'words are cut off', at: element.tagName, html: element.outerHTML.slice(0, 200) }));

// Whatever takes the focus shows it: on screen, outlined by 2 px or more, at 3:1 against what is behind it.
const isFocusLost = () => {
  const light = (colour) => {
    const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return alpha === 0 ? null : 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const behind = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const found = light(getComputedStyle(at).backgroundColor);
      if (found !== null) return found;
    }
    return 1;
  };
  const findings = [];
  const openedHere = [...document.querySelectorAll('details:not([open])')];
  for (const details of openedHere) details.open = true;
  for (const element of document.querySelectorAll('a[href], summary, video[controls], audio[controls], input, select, button')) {
    element.focus({ focusVisible: true });
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const say = (rule, help) => findings.push({ rule, help, at: element.tagName, html: element.outerHTML.slice(0, 200) });
    if (document.activeElement !== element) say('focus-refused', 'the keyboard does not get here');
    if (!(box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)) say('focus-off-screen', 'out of sight');
    if (element.matches('video, audio')) continue; // the browser shows the focus on its own buttons
    const outlined = element.matches('input') ? getComputedStyle(element.closest('label') ?? element) : style;
    const shown = [style, outlined].find((it) => it.outlineStyle !== 'none' && parseFloat(it.outlineWidth) >= 2);
    if (!shown) { say('focus-not-seen', 'no outline'); continue; }
    const [one, other] = [light(shown.outlineColor) ?? 0, behind(element)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 3) say('focus-contrast', ratio.toFixed(2));
  }
  for (const details of openedHere) details.open = false;
  document.activeElement?.blur();
  scrollTo(0, 0);
  return findings;
};

// One view of an open page: { scheme, width, forced?, contrast?, spacing?, larger?, print?, glance?, engines?, looks? }.
export async function view(page, setting, shot) {
  await page.emulateMedia({
    media: setting.print ? 'print' : 'screen',
    colorScheme: setting.scheme,
    forcedColors: setting.forced ? 'active' : 'none',
    contrast: setting.contrast ?? 'no-preference',
    reducedMotion: 'reduce',
  });
  await page.setViewportSize({ width: setting.width, height: HEIGHT });
  const added = setting.spacing || setting.larger ? await page.addStyleTag({ content: setting.spacing ? spacing : larger }) : null;
  if (shot) await page.screenshot({ path: shot, fullPage: true });
  const found = { wide: await page.evaluate(isWide), clipped: await page.evaluate(isClipped) };
  if (!setting.glance) {
    for (const name of setting.engines ?? Object.keys(engines)) {
      found[name] = await page.evaluate(engines[name], setting.looks ? looks : null);
    }
    if (!setting.forced) found.focus = await page.evaluate(isFocusLost);
  }
  await added?.evaluate((style) => style.remove());
  return found;
}

// The skip link comes first, and leads into the story.
export async function skipped(page) {
  await page.evaluate(() => { document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0); });
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('Enter');
  return { first, skipped_to: await page.evaluate(() => document.activeElement.id) };
}
