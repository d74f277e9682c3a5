// The end of Code.js: one documented declaration per entry, since a bundler drops the comments that Google's autocompletion reads.
const { join } = require('node:path');

/** `var Annexe_`: what ends with an underscore cannot be called from a cell or from the sidebar. */
const LIBRARY = 'Annexe_';

/** The entries, read from the TypeScript source: the same table that the built file runs. */
function readEntries() {
  require('../../local/dev/typescript.js');
  return require(join(__dirname, '..', 'server', 'entries.ts')).ENTRIES;
}

/** No line break and no end of comment inside a comment. */
const oneLine = (text) => text.replace(/\s+/g, ' ').replace(/\*\//g, '* /').trim();

function declaration({ name, doc, parameters }) {
  const lines = doc.map((line) => ` * ${oneLine(line)}`).join('\n');
  return `/**\n${lines}\n */\nfunction ${name}(${parameters.join(', ')}) {\n  return ${LIBRARY}.run('${name}', arguments);\n}\n`;
}

class StubsPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('StubsPlugin', (compilation) => {
      // After the minifier, which would drop the comments.
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'StubsPlugin', stage }, () => {
        const footer = readEntries().map(declaration).join('\n');
        compilation.updateAsset('Code.js', (code) => new sources.ConcatSource(HEAD, code, '\n\n', footer));
      });
    });
  }
}

/** For the editor of Apps Script: this script asks for the document it is opened in, and no other. */
const HEAD = '/** @OnlyCurrentDoc */\n';

module.exports = { LIBRARY, StubsPlugin };
