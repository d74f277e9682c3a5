import vm from 'node:vm';

/**
 * Everything that Node's V8 has and that came after ES2019. Which of them Apps Script has is written nowhere (its V8 is of unknown
 * age): a bundle that needs none of them cannot be wrong. `Intl` goes too, since nobody says which languages it knows there, and
 * `globalThis` (2020), \`BigInt\` (2020). A test compares what is left with the compiler's lib.es2019.
 */
export const NEWER: Readonly<Record<string, readonly string[]>> = {
  '': [
    'globalThis',
    'BigInt',
    'BigInt64Array',
    'BigUint64Array',
    'AggregateError',
    'WeakRef',
    'FinalizationRegistry',
    'WebAssembly',
    'Intl',
    'Iterator',
    'escape',
    'unescape',
  ],
  Array: ['fromAsync'],
  'Array.prototype': [
    'at',
    'findLast',
    'findLastIndex',
    'toReversed',
    'toSorted',
    'toSpliced',
    'with',
    'group',
    'groupToMap',
  ],
  'String.prototype': ['at', 'matchAll', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  'RegExp.prototype': ['hasIndices', 'unicodeSets'],
  'Symbol.prototype': [],
  Atomics: ['notify', 'waitAsync'],
  'DataView.prototype': ['getBigInt64', 'getBigUint64', 'setBigInt64', 'setBigUint64'],
  'ArrayBuffer.prototype': ['resize', 'resizable', 'maxByteLength', 'transfer', 'transferToFixedLength', 'detached'],
  'SharedArrayBuffer.prototype': ['grow', 'growable', 'maxByteLength'],
  'Uint8Array.__proto__.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
};

const AWAY = `{
  const newer = ${JSON.stringify(NEWER)};
  for (const path of Object.keys(newer)) {
    const owner = path.split('.').reduce((found, name) => name === '' || found === undefined ? found : found[name], this);
    if (owner === undefined) continue;
    for (const name of newer[path]) delete owner[name];
  }
  delete RegExp.prototype[Symbol.matchAll];
  delete this.console;
  this.console = { log() {}, info() {}, warn() {}, error() {}, time() {}, timeEnd() {} };
}`;

const away = new vm.Script(AWAY, { filename: 'language.js' });

/** Takes away what is newer than ES2019; the console keeps its methods, and says nothing. */
export function keepOnly2019(context: vm.Context): void {
  away.runInContext(context);
}
