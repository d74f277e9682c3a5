/** The entry of `npx annexe`: the only file that knows the process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';
import { stylesOf, wantsColour, widthOf } from './terminal';

/** From dist/cli/annexe.js. */
function version(): string {
  const facts: unknown = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  return typeof facts === 'object' && facts !== null && 'version' in facts ? String(facts.version) : '?';
}

/** `annexe … | head` closes the pipe before the end: that is not an error of the command. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`Erreur d’écriture (${error.code ?? error.message}).\n`);
    process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
  });
}

process.exitCode = run(process.argv.slice(2), {
  terminal: {
    columns: widthOf(process.stdout, process.env),
    styles: stylesOf(wantsColour(process.stdout, process.env)),
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
  },
  version,
  debug: Boolean(process.env['ANNEXE_DEBUG']),
});
