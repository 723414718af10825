// What readers by ear get of a page, in a real Chromium, as one JSON document:
//
//   CHROMIUM=/usr/bin/chromium node heard.mjs job.json
//
// job.json: { "pages": { name: path } }. For each: "lines", what a virtual screen reader says from top to bottom;
// "tree", Chromium's accessibility tree; "reader", the text that Readability takes for the story.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, opened } from './checkers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (name) => fs.readFileSync(path.join(here, 'node_modules', name), 'utf8');
const voice = source('@guidepup/virtual-screen-reader/lib/esm/index.browser.js');
const readability = source('@mozilla/readability/Readability.js');
const MANY = 5_000;

async function lines(page) {
  return page.evaluate(async ([code, most]) => {
    const { virtual } = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    for (const kept of document.querySelectorAll('details:not([open]) > :not(summary)')) kept.hidden = true; // it cannot tell
    await virtual.start({ container: document.body });
    for (let step = 0; step < most && (await virtual.lastSpokenPhrase()) !== 'end of document'; step += 1) await virtual.next();
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    return said;
  }, [voice, MANY]);
}

// Roles that mean something to a listener. Chromium has more, and renames those from version to version.
const ROLES = new Set(`RootWebArea navigation banner main article contentinfo heading link list listitem table row cell columnheader
  rowheader image figure group blockquote math note audio video time term definition code mark deletion insertion
  radio combobox doc-noteref doc-backlink doc-endnotes caption StaticText`.split(/\s+/));

// Roles, names and states as Chromium hands them to assistive technology; what it ignores is left out.
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told = [];
  const walk = (node, depth) => {
    const role = node.role?.value ?? '';
    // Text is told by what it names, where it names something.
    const isName = role === 'StaticText' && told.at(-1)?.endsWith(` ${JSON.stringify((node.name?.value ?? '').replace(/\s+/g, ' ').trim())}`);
    const shown = !node.ignored && ROLES.has(role) && !isName;
    if (shown) {
      const states = (node.properties ?? [])
        .filter(({ name, value }) => ['level', 'checked', 'expanded'].includes(name) && value.value !== undefined)
        .map(({ name, value }) => ` ${name}=${value.value}`).join('');
      const name = (node.name?.value ?? '').replace(/\s+/g, ' ').trim();
      if (name || role !== 'StaticText') told.push(`${'  '.repeat(depth)}${role}${states}${name ? ` ${JSON.stringify(name)}` : ''}`);
    }
    for (const child of node.childIds ?? []) if (byId.has(child)) walk(byId.get(child), depth + (shown ? 1 : 0));
  };
  walk(nodes[0], 0);
  return told;
}

const reader = async (page) => {
  await page.evaluate(`${readability};globalThis.Readability = Readability;0`);
  return page.evaluate(() => {
    const found = new Readability(document.cloneNode(true), { charThreshold: 100 }).parse();
    return found && { title: found.title, byline: found.byline, lang: found.lang, dir: found.dir, text: found.textContent };
  });
};

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const browser = await launch();
const report = {};
for (const [name, file] of Object.entries(job.pages)) {
  const { context, page } = await opened(browser, fs.readFileSync(file), { bypassCSP: true });
  report[name] = { tree: await tree(page), reader: await reader(page), lines: await lines(page) };
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(report));
