// What a build was made of, as one figure: the same sources and packages give the same stamp.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const STAMP = 'empreinte.txt';
/** What a target is made of beside what all have in common; its own folder in local/ unless said. */
const SOURCES = {
  excel: ['addin', 'manifest.xml', 'package.json'],
  'google-server': ['appsscript', 'package.json'],
  'google-sidebar': ['appsscript', 'package.json'],
};
const COMMON = [
  'local/dev/notices.js',
  'shared',
  'seeds',
  'webpack.config.js',
  'package-lock.json',
  'tsconfig.base.json',
];

function filesUnder(path) {
  if (!existsSync(join(ROOT, path))) return [];
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(inside) : [inside];
  });
}

/** The stamp of a target of webpack.config.js. */
function stampOf(target) {
  const hash = createHash('sha256').update(target === 'excel' ? (process.env.ANNEXE_URL ?? '') : '');
  const paths = [...COMMON, ...(SOURCES[target] ?? [`local/${target}`])].flatMap((path) =>
    /\.\w+$/.test(path) ? [path] : filesUnder(path),
  );
  for (const path of paths.filter((one) => !one.endsWith('.md')).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether dist/ holds the build of the sources as they are now. */
function isFresh(target) {
  const file = join(ROOT, 'dist', target, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(target);
}

/** Puts the stamp in dist/, in the folder of the target's name; a build that failed writes nothing. */
class StampPlugin {
  constructor(target) {
    this.target = target;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('StampPlugin', (compilation) => {
      // Taken before the sources are read: what changes meanwhile makes the stamp stale, never wrong.
      const stamp = new sources.RawSource(stampOf(this.target));
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      const asset = relative(compiler.outputPath, join(ROOT, 'dist', this.target, STAMP))
        .split(sep)
        .join('/');
      compilation.hooks.processAssets.tap({ name: 'StampPlugin', stage }, () => compilation.emitAsset(asset, stamp));
    });
  }
}

module.exports = { isFresh, StampPlugin };
