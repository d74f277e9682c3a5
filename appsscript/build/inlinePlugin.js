// Sidebar.html: the page with its script in it, written so that HtmlService, which rewrites what it serves, changes nothing.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const PAGE = join(__dirname, '..', 'sidebar', 'index.html');

/** Ends of a script and beginnings of a comment stand only in strings and patterns, where the escape means the same. */
const safe = (code) => code.replace(/<(?=\/script|!--|\?)/gi, '\\x3C');

class InlinePlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('InlinePlugin', (compilation) => {
      compilation.fileDependencies.add(PAGE);
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'InlinePlugin', stage }, () => {
        const code = safe(compilation.getAsset('sidebar.js').source.source().toString());
        // A function: the code holds "$&" and its like. At the end of the body: the page's place is there when the script runs.
        const html = readFileSync(PAGE, 'utf8').replace('</body>', () => `<script>\n${code}\n</script>\n</body>`);
        compilation.deleteAsset('sidebar.js');
        compilation.emitAsset('Sidebar.html', new sources.RawSource(html));
      });
    });
  }
}

module.exports = { InlinePlugin };
