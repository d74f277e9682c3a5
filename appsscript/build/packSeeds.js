// Loader of server/seeds.ts: the same function, its answer packed. A quarter of the size, and unpacked only when a formula asks.
const { join } = require('node:path');
const { deflateRawSync } = require('node:zlib');

const SERVER = join(__dirname, '..', 'server');
const SEEDS = join(__dirname, '..', '..', 'seeds');
/** What documents the data and no formula reads; a note is read of a service alone. */
const UNREAD = ['mission', 'confiance', 'niveau'];

function lean({ programmes, ...data }) {
  const read = { programmes: programmes.map(({ note, ...one }) => one), ...data };
  const drop = (key, value) => (UNREAD.includes(key) ? undefined : key === 'sources' ? [] : value);
  return JSON.stringify(read, drop);
}

/** As unpack.ts reads it. */
function pack(json, digits) {
  const latin1 = json.replace(/[\u0100-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  let packed = '';
  let held = 0;
  let kept = 0;
  for (const byte of [...deflateRawSync(Buffer.from(latin1, 'latin1'), { level: 9 }), 0, 0]) {
    held |= byte << kept;
    kept += 8;
    if (kept < 13) continue;
    const number = held & 8191;
    packed += digits[Math.floor(number / digits.length)] + digits[number % digits.length];
    held >>= 13;
    kept -= 13;
  }
  return packed;
}

module.exports = function packSeeds() {
  for (const name of ['programmes', 'services', 'cadres']) this.addDependency(join(SEEDS, `${name}.json`));
  require('../../local/dev/typescript.js');
  const { seeds } = require(join(SERVER, 'seeds.ts'));
  const { DIGITS, unpack } = require(join(SERVER, 'unpack.ts'));
  const json = lean(seeds());
  const packed = pack(json, DIGITS);
  if (JSON.stringify(unpack(packed)) !== json) throw new Error('the packed data do not come back');
  return `import { unpack } from './unpack';\nexport const seeds = () => unpack('${packed}');\n`;
};
