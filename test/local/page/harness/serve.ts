import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const HTML = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Feuille</title></head>
<body style="margin:0"><div id="feuille" style="height:100vh"></div><script src="page.js"></script></body></html>`;

/** The spreadsheet and its host alone, bundled and served to this machine. */
export async function serveHarness(): Promise<{ readonly url: string; close(): void }> {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'page.ts')],
    bundle: true,
    write: false,
    outdir: '.',
    target: 'es2022',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = outputFiles.find(({ path }) => path.endsWith('page.js'))?.text;
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.setHeader('Content-Type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
    response.end(isScript ? script : HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
