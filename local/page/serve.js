// A folder served to this machine alone: no other computer can reach it.
const { createServer } = require('node:http');
const { readFile } = require('node:fs/promises');
const { extname, join, normalize, sep } = require('node:path');

const HOST = '127.0.0.1';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function answer(folder, { method, url }, response) {
  const path = normalize(decodeURIComponent(new URL(url, `http://${HOST}`).pathname));
  const file = join(folder, path.endsWith(sep) ? 'index.html' : path);
  if (!file.startsWith(folder + sep) || (method !== 'GET' && method !== 'HEAD')) return response.writeHead(404).end();
  const bytes = await readFile(file);
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** Serves on the port, or on a free one when it is taken. Resolves with the server and its address. */
function serve(folder, port) {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.writeHead(404).end());
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(serve(folder, 0));
      else reject(error);
    });
    server.listen(port, HOST, () => resolve({ server, address: `http://${HOST}:${server.address().port}/` }));
  });
}

module.exports = { serve };
