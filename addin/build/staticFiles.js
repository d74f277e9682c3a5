const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Puts files beside the build under fixed names: `{ 'functions.json': () => bytes }`. What they are made of makes a new build. */
class StaticFilesPlugin {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('StaticFilesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'StaticFilesPlugin', stage }, () => {
        for (const [name, make] of Object.entries(this.files)) {
          compilation.emitAsset(name, new sources.RawSource(make()));
        }
      });
    });
  }
}

/** A file of addin/, as it is. */
const fileOf = (path) => () => readFileSync(join(__dirname, '..', path));

module.exports = { fileOf, StaticFilesPlugin };
