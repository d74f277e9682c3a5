// The licences of what a build takes in: who wrote it, and under which terms it may be handed on.
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const FILE = 'licences.txt';
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The folder of the package that a module comes from; null for our own. */
const folderOf = ({ resource }) => (typeof resource === 'string' ? (PACKAGE.exec(resource)?.[0] ?? null) : null);

/** Every module of a build, those that webpack joined into one included. */
function modulesOf(compilation) {
  return [...compilation.modules].flatMap((module) => [module, ...(module.modules ?? [])]);
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${typeof license === 'string' ? license : 'licence ci-dessous'})\n\n${text}\n`;
}

/** Puts the licences in dist/, in the folder of the target's name: a host whose build folder is exact keeps them beside it. */
class NoticesPlugin {
  constructor(target) {
    this.target = target;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('NoticesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'NoticesPlugin', stage }, () => {
        const folders = new Set(modulesOf(compilation).map(folderOf));
        const notices = [...folders].filter((folder) => folder !== null && existsSync(join(folder, 'package.json')));
        if (notices.length === 0) return;
        const text = notices
          .sort()
          .map(noticeOf)
          .join(`\n${'-'.repeat(80)}\n\n`);
        const asset = relative(compiler.outputPath, join(ROOT, 'dist', this.target, FILE))
          .split(sep)
          .join('/');
        compilation.emitAsset(asset, new sources.RawSource(text));
      });
    });
  }
}

module.exports = { NoticesPlugin };
