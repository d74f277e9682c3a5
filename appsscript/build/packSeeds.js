// Loader of server/seeds.ts: the same function, its answer packed. A quarter of the size, and unpacked only when a formula asks.
const { join } = require('node:path');
const { deflateSync } = require('fflate');

const SERVER = join(__dirname, '..', 'server');
const SEEDS = join(__dirname, '..', '..', 'seeds');
/** What documents the data and no formula reads. */
const UNREAD = ['mission', 'confiance', 'niveau'];

/** JSON in Latin-1: what unpacks it takes a byte for a character. */
function pack(data) {
  const json = JSON.stringify(data, (key, value) =>
    UNREAD.includes(key) ? undefined : key === 'sources' ? [] : value,
  );
  const text = json.replace(/[\u0100-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(deflateSync(Buffer.from(text, 'latin1'), { level: 9 }))
    .toString('base64')
    .replace(/=+$/, '');
}

module.exports = function packSeeds() {
  for (const name of ['programmes', 'services', 'cadres']) this.addDependency(join(SEEDS, `${name}.json`));
  require('../../local/dev/typescript.js');
  const { seeds } = require(join(SERVER, 'seeds.ts'));
  return `import { unpack } from './unpack';\nexport const seeds = () => unpack('${pack(seeds())}');\n`;
};
