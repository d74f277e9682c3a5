import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { EmulatedExcel } from '../emulator/excel';
import { openAddin, type Flavour, type OpenAddin } from './open';

const HTML = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Hôte</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script defer src="banc.js"></script></head><body></body></html>`;

let built: string | null = null;

/** The page of `benchPage.ts`, bundled once. */
function script(): string {
  if (built !== null) return built;
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'benchPage.ts')],
    bundle: true,
    write: false,
    outdir: '.',
    target: 'es2022',
    logLevel: 'error',
  });
  return (built = outputFiles.find(({ path }) => path.endsWith('benchPage.js'))?.text ?? '');
}

/** The add-in's host over the genuine office.js, without the pane. */
export async function openBench(browser: Browser, excel: EmulatedExcel, flavour: Flavour): Promise<OpenAddin> {
  const files = { 'banc.html': HTML, 'banc.js': script() };
  const addin = await openAddin(browser, excel, { flavour, path: 'banc.html', files });
  await addin.pane.waitForFunction('"bench" in window');
  return addin;
}
