const path = require('node:path');
const { optimize } = require('webpack');

/** What every target has in common: TypeScript by esbuild (tsc checks the types), and no word when all is well. */
function target(name, settings) {
  return {
    name,
    mode: 'production',
    devtool: false,
    stats: 'errors-warnings',
    performance: { hints: false },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: { rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2020' } }] },
    ...settings,
    output: { path: path.join(__dirname, 'dist', name), clean: true, ...settings.output },
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

/** One function a target; `webpack --config-name cli` builds that one alone. */
module.exports = [cli()];
