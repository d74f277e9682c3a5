'use strict';
const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** What a checked sheet keeps beside its rows. */
module.exports = function memory({ corePath, root, quick }) {
  const rows = quick ? 100000 : 1048576;
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', path.join(__dirname, 'memory.js'), corePath, root, String(rows)],
    { encoding: 'utf8' },
  );
  const { bytes } = JSON.parse(out);
  return [
    {
      what: `state beside the rows, ${rows.toLocaleString('fr-FR')} rows`,
      value: bytes,
      measured: `${bytes.toFixed(1)} bytes a row`,
      target: '≤ 48',
      met: bytes <= 48,
    },
  ];
};
