'use strict';
const { ajv, zod, tableschema, faultsOf } = require('./contestants');
const { PAIRS, makeSheet } = require('./sheet');
const { median, ratio, rounds } = require('./measure');

/** The full check, every rule, against the peers doing the structural rules only; and against parsing the same values. */
module.exports = async function check({ core, referential, quick }) {
  const options = { referential, rules: core.RULES, millesime: 2015 };
  const words = {
    bops: [...new Set(PAIRS.map(([bop]) => bop))],
    services: [...new Set(PAIRS.map(([, service]) => service))],
  };
  const peers = { ajv: ajv(words), zod: zod(words), tableschema: await tableschema(words) };
  const ours = (sheet) => core.openSession(core.gridOf(sheet), options);
  const results = [];
  for (const rows of quick ? [1000, 26000, 100000] : [1000, 26000, 100000, 1048576]) {
    const { sheet, faults } = makeSheet(rows);
    const text = JSON.stringify(sheet);
    results.push(agreement(rows, sheet, faults, ours, peers));
    const contestants = {
      ours,
      explained: (values) => ours(values).diagnostics(),
      ajv: peers.ajv,
      ...(rows > 200000 ? {} : { zod: peers.zod }),
      ...(rows > 30000 ? {} : { tableschema: peers.tableschema }),
    };
    if (rows > 200000) delete contestants.explained;
    const parse = [];
    const fresh = () => {
      const start = process.hrtime.bigint();
      const values = JSON.parse(text);
      parse.push(Number(process.hrtime.bigint() - start) / 1e6);
      return values;
    };
    // The first rounds compile: they are not what an agent waits for at the second check.
    const plan = rows < 5000 ? { count: 40, warm: 10 } : rows < 200000 ? { count: 15, warm: 10 } : { count: 3 };
    const times = rounds(contestants, fresh, { ...plan, few: ['explained', 'tableschema'] });
    const toParse = median(times.ours) / median(parse);
    const toAjv = ratio(times, 'ours', 'ajv');
    const size = `${rows.toLocaleString('fr-FR')} rows`;
    const gated = rows >= 26000 && rows <= 100000;
    results.push({
      what: `full check / (mapping + ajv), ${size}`,
      value: toAjv,
      measured: toAjv.toFixed(2),
      ...(gated ? { target: '≤ 0.60', met: toAjv <= 0.6 } : {}),
    });
    results.push({
      what: `full check / JSON.parse, ${size}`,
      value: toParse,
      measured: toParse.toFixed(2),
      ...(gated ? { target: '≤ 1.00', met: toParse <= 1 } : {}),
    });
    for (const peer of ['explained', 'zod', 'tableschema']) {
      if (!times[peer]) continue;
      const value = ratio(times, peer, 'ajv');
      const what = peer === 'explained' ? 'full check + every sentence’s facts and fixes' : peer;
      results.push({ what: `${what} / (mapping + ajv), ${size}`, value, measured: value.toFixed(2) });
    }
    results.push({
      what: `full check, ${size}`,
      value: median(times.ours),
      measured: `${median(times.ours).toFixed(1)} ms`,
    });
  }
  return results;
};

/** Every contestant gives the same structural faults, and all those that were put in the sheet are among them. */
function agreement(rows, sheet, planted, ours, peers) {
  const reference = faultsOf(ours(sheet));
  const others = [
    peers.ajv(sheet),
    ...(rows > 200000 ? [] : [peers.zod(sheet)]),
    ...(rows > 30000 ? [] : [peers.tableschema(sheet)]),
  ];
  const missed = Object.entries(planted).flatMap(([fault, at]) =>
    at.filter((row) => row < sheet.length && !reference.has(`${row} ${fault}`)),
  );
  const differing = others.flatMap((faults) =>
    [...reference].filter((fault) => !faults.has(fault)).concat([...faults].filter((fault) => !reference.has(fault))),
  );
  const agree = missed.length === 0 && differing.length === 0;
  const note = agree
    ? `${reference.size} faults, the same for all`
    : `${missed.length} missed, ${differing.length} differ: ${differing.slice(0, 5).join(' | ')} ${missed.slice(0, 5).join(' | ')}`;
  return { what: `agreement, ${rows.toLocaleString('fr-FR')} rows`, agree, measured: note };
}
