#!/usr/bin/env node
// The door of `npx annexe`: committed, so that npm can link it before anything is built.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '..', '..', 'dist', 'cli', 'annexe.js');
if (existsSync(bundle)) require(bundle);
else {
  console.error(
    'La commande annexe n’est pas encore construite\u00a0; lancez «\u00a0npm ci\u00a0» dans le dossier du projet, puis recommencez.',
  );
  process.exitCode = 2;
}
