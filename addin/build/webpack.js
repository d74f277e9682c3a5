const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { DefinePlugin } = require('webpack');
const { version } = require('../../package.json');
const { manifestOfBuild } = require('./manifest.js');
const { fileOf, StaticFilesPlugin } = require('./staticFiles.js');

/**
 * The add-in of Excel. The names of its scripts stand in the manifest and are fixed. The pane's script depends on the functions' one:
 * in Excel's shared runtime both live in one page, and share one store of the workbook.
 * `target` is the common part of webpack.config.js.
 */
function excel(target) {
  const icons = [16, 32, 64, 80].map((size) => `assets/icon-${size}.png`);
  return target('excel', {
    target: ['web', 'es2020'],
    entry: {
      attente: './addin/taskpane/attente.ts',
      functions: './addin/taskpane/functions.ts',
      taskpane: { import: './addin/taskpane/main.tsx', dependOn: 'functions' },
    },
    output: { filename: '[name].js', chunkFilename: '[name].js' },
    rules: [{ test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }],
    optimization: { minimizer: [new EsbuildPlugin({ target: 'es2020', css: true, legalComments: 'none' })] },
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new HtmlPlugin({
        template: './addin/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['functions', 'taskpane'],
        scriptLoading: 'defer',
      }),
      new DefinePlugin({ ANNEXE_VERSION: JSON.stringify(version) }),
      new StaticFilesPlugin({
        'manifest.xml': manifestOfBuild,
        'aide.html': fileOf('taskpane/aide.html'),
        'functions.json': fileOf('functions/functions.generated.json'),
        ...Object.fromEntries(icons.map((icon) => [icon, fileOf(icon)])),
      }),
    ],
  });
}

module.exports = { excel };
