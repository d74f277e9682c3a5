const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { IgnorePlugin, optimize } = require('webpack');
const { excel } = require('./addin/build/webpack.js');
const { googleServer, googleSidebar } = require('./appsscript/build/webpack.js');
const { NoticesPlugin } = require('./local/dev/notices.js');
const { StampPlugin } = require('./local/page/stamp.js');

/**
 * What every target has in common: TypeScript by esbuild (tsc checks the types), the licences of what it takes in, a stamp of its sources, and no word when all is well.
 * `rules` and `plugins` come on top.
 */
function target(name, { rules = [], plugins = [], output, ...settings }) {
  return {
    name,
    mode: 'production',
    devtool: false,
    stats: 'errors-warnings',
    performance: { hints: false },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: { rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2020' } }, ...rules] },
    plugins: [...plugins, new NoticesPlugin(name), new StampPlugin(name)],
    output: { path: path.join(__dirname, 'dist', name), clean: true, ...output },
    ...settings,
  };
}

/** `npx annexe`: one file that needs Node alone. Not minified: it costs no start time, and stack traces stay readable. */
function cli() {
  return target('cli', {
    target: 'node20',
    entry: './local/cli/main.ts',
    output: { filename: 'annexe.js' },
    optimization: { minimize: false },
    plugins: [new optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  });
}

/** Univer's patterns for cutting words, one file a language; French, and the one that it asks for at first, are kept. */
const HYPHENATION = /^\.\/(?!fr-|en-gb-)[a-z]{2,3}(-[\w-]+)?-[\w-]{8}\.js$/;

/**
 * The local page: a spreadsheet and the pane, served by `npm start`. esbuild minifies it: Terser would take two minutes for Univer.
 */
function page() {
  return target('page', {
    target: ['web', 'es2022'],
    entry: './local/page/main.tsx',
    output: { filename: '[name].js', chunkFilename: '[name].js', assetModuleFilename: '[name][ext]' },
    rules: [{ test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }],
    optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022', css: true, legalComments: 'none' })] },
    plugins: [
      new IgnorePlugin({ resourceRegExp: HYPHENATION, contextRegExp: /engine-render/ }),
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new HtmlPlugin({ template: './local/page/index.html', scriptLoading: 'defer' }),
    ],
  });
}

/** One function a target; `webpack --config-name cli` builds that one alone. */
module.exports = [cli(), page(), excel(target), googleServer(target), googleSidebar(target)];
