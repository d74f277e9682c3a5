// The two halves of the Apps Script project. Both write into dist/google, which holds exactly what is pushed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const { InlinePlugin } = require('./inlinePlugin.js');
const { LIBRARY, StubsPlugin } = require('./stubsPlugin.js');
const { StampPlugin } = require('../../local/page/stamp.js');

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
function half(target, name, loader, settings) {
  const { output, ...rest } = settings;
  const { module, ...common } = target(name, {
    ...rest,
    output: { path: join(__dirname, '..', '..', 'dist', 'google'), clean: { keep: OURS }, ...output },
  });
  common.plugins.push(new StampPlugin(name));
  const rules = module.rules.map((rule) => ({ ...rule, options: { ...rule.options, ...loader } }));
  return { ...common, module: { rules } };
}

/** Code.js: one file of the language of 2019, since Apps Script's parser is no newer and has no polyfill. */
function googleServer(target) {
  return half(
    target,
    'google-server',
    { target: 'es2019' },
    {
      target: ['es2019'],
      entry: './appsscript/server/main.ts',
      output: { filename: 'Code.js', chunkFormat: false, library: { type: 'var', name: LIBRARY } },
      optimization: { minimizer: [new EsbuildPlugin({ target: 'es2019', charset: 'ascii', legalComments: 'none' })] },
      plugins: [new ManifestPlugin(), new StubsPlugin()],
    },
  );
}

/** HtmlService drops what looks like a comment inside a template literal: none may be left, in our code or in React's. */
const supported = { 'template-literal': false };

/** Sidebar.html: the pane with everything in it. */
function googleSidebar(target) {
  return half(
    target,
    'google-sidebar',
    { supported },
    {
      target: ['web', 'es2020'],
      entry: './appsscript/sidebar/main.tsx',
      output: { filename: 'sidebar.js' },
      optimization: {
        minimizer: [new EsbuildPlugin({ target: 'es2020', charset: 'ascii', legalComments: 'none', supported })],
      },
      plugins: [new InlinePlugin()],
    },
  );
}

module.exports = { googleServer, googleSidebar };
