'use strict';
/**
 * npm run bench [-- --json] [-- --rapide]: the core against its peers, as ratios within one run. Installs the peers into
 * test/bench/node_modules on first use. `--rapide` leaves out the million rows.
 */
const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '../..');
const json = process.argv.includes('--json');
const quick = process.argv.includes('--rapide');

function prepare() {
  if (!existsSync(path.join(__dirname, 'node_modules/zod'))) {
    process.stderr.write('Installing the peers of the benchmark…\n');
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], {
      cwd: __dirname,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const esbuild = require(require.resolve('esbuild', { paths: [require.resolve('esbuild-loader')] }));
  const outfile = path.join(root, 'dist/bench/core.js');
  mkdirSync(path.dirname(outfile), { recursive: true });
  esbuild.buildSync({
    entryPoints: [path.join(__dirname, 'core.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

async function main() {
  const corePath = prepare();
  const core = require(corePath);
  const context = { core, root, quick, referential: core.loadReferential(root), corePath };
  const results = [];
  for (const part of ['check', 'edit', 'coverage', 'suggestions', 'memory', 'pane']) {
    process.stderr.write(`${part}…\n`);
    results.push(...(await require(`./${part}.bench.js`)(context)));
  }
  if (json) process.stdout.write(`${JSON.stringify({ version: 1, node: process.version, results }, null, 2)}\n`);
  else print(results);
  const faults = results.filter((result) => result.agree === false);
  if (faults.length > 0) {
    process.stderr.write(`Contestants disagree: ${faults.map(({ what }) => what).join(', ')}\n`);
    process.exitCode = 1;
  }
}

function print(results) {
  const rows = results.map(({ what, measured, target, met }) => [
    what,
    measured,
    target ?? '',
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd()}\n`,
    );
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
