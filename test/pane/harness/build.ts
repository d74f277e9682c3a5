import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Volet</title>
<style>html,body{margin:0;height:100%}#volet{height:100vh}</style></head>
<body><div id="volet"></div><script type="module" src="page.js"></script></body></html>`;

const SEED = join(__dirname, '../../../seeds/annexe-7-lezignan-corbieres.txt');

/** The pane on a memory host, bundled and served from this machine; `close` stops it. */
export async function serveHarness(): Promise<{ readonly url: string; close(): void }> {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'page.tsx'), join(__dirname, 'worker.ts')],
    bundle: true,
    write: false,
    outdir: '.',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path.split('/').pop() ?? '', text]));
  files.set('seed.txt', readFileSync(SEED, 'utf8'));
  const server: Server = createServer((request, response) => {
    const name = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
    const file = files.get(name);
    const kind = file === undefined ? 'html' : name.endsWith('.js') ? 'javascript' : 'plain';
    response.setHeader('Content-Type', `text/${kind}; charset=utf-8`);
    response.end(file ?? PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
