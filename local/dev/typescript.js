// `node -r ./local/dev/typescript.js file.ts` runs a TypeScript file of this repository: the compiler jest already uses, no build.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

const OPTIONS = {
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
  module: { type: 'commonjs' },
};

for (const extension of ['.ts', '.tsx']) {
  require.extensions[extension] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename, swcrc: false });
    module._compile(code, filename);
  };
}
