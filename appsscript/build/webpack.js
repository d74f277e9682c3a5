// The two halves of the Apps Script project. Both write into dist/google, which holds exactly what is pushed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const { DefinePlugin } = require('webpack');
const { version } = require('../../package.json');
const { InlinePlugin } = require('./inlinePlugin.js');
const { LowerPlugin } = require('./lowerPlugin.js');
const { LIBRARY, StubsPlugin } = require('./stubsPlugin.js');

const MANIFEST = join(__dirname, '..', 'appsscript.json');
/** Each half leaves the other's file where it is, and clears all else. */
const OURS = /^(Code\.js|Sidebar\.html|appsscript\.json)$/;

class ManifestPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('ManifestPlugin', (compilation) => {
      compilation.fileDependencies.add(MANIFEST);
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'ManifestPlugin', stage }, () =>
        compilation.emitAsset('appsscript.json', new sources.RawSource(readFileSync(MANIFEST, 'utf8'))),
      );
    });
  }
}

/** `target` is the common part of webpack.config.js. */
function half(target, name, { output, ...settings }) {
  const path = join(__dirname, '..', '..', 'dist', 'google');
  return target(name, { ...settings, output: { path, ...output, clean: { keep: OURS } } });
}

/** What the server never reads: why a rule is there, or cannot run, and how it corrects; what documents a formula or an entry. */
const UNREAD = [
  [/shared.rules.[\w-]+\.ts$/, ['examples', 'why', 'summary', 'source', 'fixes', 'raison']],
  [/shared.formulas.\w+\.ts$/, ['description', 'result', 'example']],
  [/server.entries\.ts$/, ['doc']],
];

/** A function that is no constructor may be an arrow. */
const MINIFIED = {
  ecma: 2019,
  compress: { passes: 3, keep_fargs: false, hoist_funs: true, pure_getters: true, unsafe_arrows: true },
  format: { ascii_only: true },
};

/** Code.js: one file of the language of 2019, since Apps Script's parser is no newer and has no polyfill. */
function googleServer(target) {
  const config = half(target, 'google-server', {
    target: ['es2019'],
    entry: './appsscript/server/main.ts',
    output: { filename: 'Code.js', chunkFormat: false, library: { type: 'var', name: LIBRARY } },
    // webpack's own minifier drops the unused functions of a module, which esbuild's keeps. ASCII survives any transport.
    optimization: { minimizeOptions: { javascript: MINIFIED } },
    plugins: [new ManifestPlugin(), new LowerPlugin(), new StubsPlugin()],
  });
  const leaving = ([test, unread]) => ({
    test,
    loader: require.resolve('./lean.js'),
    options: { unread },
    enforce: 'post',
  });
  config.module.rules.push(
    { test: /[\\/]shared[\\/]/, sideEffects: false },
    { test: /server.seeds\.ts$/, loader: require.resolve('./packSeeds.js'), enforce: 'post' },
    ...UNREAD.map(leaving),
  );
  return config;
}

/** HtmlService drops what looks like a comment inside a template literal: none may be left, in our code or in React's. */
const SAFE = { target: 'es2020', supported: { 'template-literal': false } };

/** Sidebar.html: the pane with everything in it. */
function googleSidebar(target) {
  const config = half(target, 'google-sidebar', {
    target: ['web', 'es2020'],
    entry: './appsscript/sidebar/main.tsx',
    output: { filename: 'sidebar.js' },
    optimization: { minimizer: [new EsbuildPlugin({ ...SAFE, charset: 'ascii', legalComments: 'none' })] },
    plugins: [new DefinePlugin({ VERSION: JSON.stringify(version) }), new InlinePlugin()],
  });
  const [typescript] = config.module.rules;
  config.module = { rules: [{ ...typescript, options: { ...typescript.options, ...SAFE } }] };
  return config;
}

module.exports = { googleServer, googleSidebar };
