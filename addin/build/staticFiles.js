const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Puts files beside the build under fixed names: `{ 'functions.json': () => bytes }`. What they are made of makes a new build. */
class StaticFilesPlugin {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('StaticFilesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'StaticFilesPlugin', stage }, () => {
        for (const [name, make] of Object.entries(this.files)) {
          try {
            compilation.emitAsset(name, new sources.RawSource(make()));
          } catch (error) {
            // Its sentence alone: whoever builds did not write this.
            compilation.errors.push(Object.assign(new WebpackError(error.message), { stack: '' }));
          }
        }
      });
    });
  }
}

/** A file of addin/, as it is. */
const fileOf = (path) => () => readFileSync(join(__dirname, '..', path));

module.exports = { fileOf, StaticFilesPlugin };
