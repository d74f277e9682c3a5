import fc from 'fast-check';

/**
 * The cases that properties draw are the same at every run, so that a change is judged by what it changed.
 * ANNEXE_HASARD=1 draws others, as does test/fuzz/run.ts: what they find becomes an example of its own.
 */
const SEED = 20_140_221;

if (process.env['ANNEXE_HASARD'] === undefined) fc.configureGlobal({ seed: SEED });
