'use strict';
const { createServer } = require('node:http');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { median } = require('./measure');

/** How much the pane weighs, what each part of Fluent costs in it, and how soon it shows, against a page with one Fluent button. */
const ROUNDS = 7;
const PARTS = ['Checkbox', 'Dialog', 'Field', 'Link', 'MessageBar', 'ProgressBar', 'SearchBox', 'Select', 'Textarea'];
const MORE_PARTS = ['ToggleButton', 'Tooltip'];
/** What Dialog and MessageBar are made of counts with them. */
const WITH = {
  Dialog: ['DialogActions', 'DialogBody', 'DialogContent', 'DialogSurface', 'DialogTitle'],
  MessageBar: ['MessageBarActions', 'MessageBarBody'],
};

const fluentPage = (...parts) => `
  import { createElement, StrictMode } from 'react';
  import { createRoot } from 'react-dom/client';
  import { FluentProvider, webLightTheme, Button${parts.map((part) => `, ${part}`).join('')} } from '@fluentui/react-components';
  globalThis.parts = [StrictMode${parts.map((part) => `, ${part}`).join('')}];
  createRoot(document.getElementById('place')).render(
    createElement(FluentProvider, { theme: webLightTheme }, createElement(Button, { appearance: 'primary' }, 'Contrôler')),
  );`;

const panePage = (immediat) => `
  import { createWorkerChecker, mountPane } from './shared/pane';
  import { createMemoryHost, gridOf } from './shared/sheet';
  import seed from './seeds/annexe-7-lezignan-corbieres.txt';
  mountPane(document.getElementById('place'), {
    host: createMemoryHost([gridOf(seed.split(/\\r?\\n/).map((line) => line.split('\\t')))]),
    checker: createWorkerChecker(() => new Worker('worker.js')),
    immediat: ${immediat},
  });`;

const WORKER = `
  import { serveChecks } from './shared/pane/worker';
  import { RULES } from './shared/rules';
  import { parseReferential } from './shared/referential';
  import programmes from './seeds/programmes.json';
  import services from './seeds/services.json';
  import cadres from './seeds/cadres.json';
  serveChecks(self, parseReferential(programmes, services, cadres), RULES);`;

/** What is awaited of each page. */
const PAGES = {
  bare: { contents: fluentPage(), text: 'Contrôler' },
  pane: { contents: panePage(false), text: 'Contrôler' },
  checked: { contents: panePage(true), text: 'à jour' },
};

function build(root, contents) {
  const { buildSync } = require('esbuild');
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: root, loader: 'tsx' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    loader: { '.txt': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

const kilo = (bytes) => `${(bytes / 1024).toFixed(0)} kB`;
const weigh = (script) => ({ raw: Buffer.byteLength(script), gz: gzipSync(script, { level: 9 }).length });

function sizes(root, scripts) {
  const bare = weigh(scripts.bare);
  const said = (what, { raw, gz }) => ({ what, value: gz, measured: `${kilo(raw)}, ${kilo(gz)} gz` });
  const parts = [...PARTS, ...MORE_PARTS].map((part) => {
    const { raw, gz } = weigh(build(root, fluentPage(part, ...(WITH[part] ?? []))));
    return said(`  ${part}, beside provider and Button`, { raw: raw - bare.raw, gz: gz - bare.gz });
  });
  return [
    said('pane, minified', weigh(scripts.pane)),
    said('worker of the checks', weigh(scripts.worker)),
    said('a page with one Fluent button', bare),
    ...parts,
  ];
}

function serve(scripts) {
  const page = (name) =>
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Banc</title><body style="margin:0"><div id="place" style="height:100vh"></div><script src="${name}.js"></script></body></html>`;
  const server = createServer(({ url }, response) => {
    const [, name, ending] = /^\/(\w+)(\.js)?$/.exec(url) ?? [];
    response.setHeader('Content-Type', ending ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(ending ? scripts[name] : page(name));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Milliseconds from the navigation to the frame after the text stands in the page, in a browser profile of its own. */
async function firstSight(browser, address, text) {
  const context = await browser.newContext({ viewport: { width: 320, height: 720 } });
  const page = await context.newPage();
  await page.addInitScript((wanted) => {
    globalThis.seen = new Promise((resolve) => {
      const look = () => {
        // Not innerText: it lays the page out at each look, and the longer the page, the dearer the meter.
        if (!document.body?.textContent.includes(wanted)) return requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.now()));
      };
      look();
    });
  }, text);
  await page.goto(address);
  const elapsed = await page.evaluate(() => globalThis.seen);
  await context.close();
  return elapsed;
}

async function times(scripts, root) {
  const { launchChromium } = require(path.join(root, 'test/browser/chromium.ts'));
  const [browser, server] = await Promise.all([launchChromium(), serve(scripts)]);
  const taken = { bare: [], pane: [], checked: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of Object.keys(PAGES)) {
      const elapsed = await firstSight(browser, `http://127.0.0.1:${server.address().port}/${name}`, PAGES[name].text);
      if (round >= 0) taken[name].push(elapsed);
    }
  }
  await browser.close();
  server.close();
  return taken;
}

module.exports = async function pane({ root }) {
  require(path.join(root, 'local/dev/typescript.js'));
  const scripts = Object.fromEntries(
    Object.entries(PAGES).map(([name, { contents }]) => [name, build(root, contents)]),
  );
  scripts.worker = build(root, WORKER);
  const taken = await times(scripts, root);
  const against = (what, name) => {
    const value = median(taken[name].map((elapsed, round) => elapsed / taken.bare[round]));
    const measured = `${value.toFixed(2)} (${median(taken[name]).toFixed(0)} ms / ${median(taken.bare).toFixed(0)} ms)`;
    return { what, value, measured, target: '≤ 1.50', met: value <= 1.5 };
  };
  return [
    against('first render of the pane / a bare Fluent page', 'pane'),
    against('the seed checked in the pane / a bare Fluent page', 'checked'),
    ...sizes(root, scripts),
  ];
};
