'use strict';
const { makeSheet } = require('./sheet');
const { median, time } = require('./measure');

/** One cell's edit: how many rows are judged again, and what it costs beside a full check. */
module.exports = function edit({ core, referential, quick }) {
  const options = { referential, rules: core.RULES, millesime: 2015 };
  const results = [];
  const perEdit = {};
  for (const rows of quick ? [1000, 26000, 100000] : [1000, 26000, 100000, 1048576]) {
    const { sheet } = makeSheet(rows);
    const grid = core.gridOf(sheet);
    const full = median(
      Array.from({ length: rows > 200000 ? 2 : 7 }, () => time(() => core.openSession(grid, options))[0]),
    );
    const session = core.openSession(grid, options);
    const data = sheet.flatMap((row, index) => (/^P[A-Z]{3}_AS\d_\d{3}$/.test(row[0]) ? [index] : []));
    for (const [kind, change] of Object.entries(CHANGES)) {
      const { each, judged } = edits(session, sheet, data, change);
      perEdit[`${kind} ${rows}`] = each;
      const size = `${rows.toLocaleString('fr-FR')} rows`;
      const gated = rows === 100000;
      const value = full / each;
      results.push({
        what: `full check / one ${kind} edit, ${size}`,
        value,
        measured: Math.round(value).toLocaleString('fr-FR'),
        ...(gated ? { target: '≥ 5 000', met: value >= 5000 } : {}),
      });
      results.push({
        what: `rows judged by one ${kind} edit, ${size} (median, most)`,
        value: judged[0],
        measured: `${judged[0]}, ${judged[1]}`,
      });
    }
  }
  const largest = quick ? 100000 : 1048576;
  for (const kind of Object.keys(CHANGES)) {
    const value = perEdit[`${kind} ${largest}`] / perEdit[`${kind} 1000`];
    results.push({
      what: `one ${kind} edit, ${largest.toLocaleString('fr-FR')} rows / 1 000 rows`,
      value,
      measured: value.toFixed(1),
      target: '≤ 15',
      met: value <= 15,
    });
  }
  return results;
};

const CHANGES = {
  text: (sheet, row, turn) => [row, 1, `${sheet[row][1]} ${turn}`],
  reference: (sheet, row, turn) => [
    row,
    0,
    turn % 2 ? sheet[row][0] : `${sheet[row][0].slice(0, -3)}${String(100 + (turn % 800)).padStart(3, '0')}`,
  ],
};

function edits(session, sheet, data, change) {
  const count = 4000;
  const judged = [];
  const plan = Array.from({ length: count }, (_, turn) =>
    change(sheet, data[(Math.imul(turn >> 1, 7919) >>> 0) % data.length], turn),
  );
  for (const [row, column, value] of plan) judged.push(session.edit(row, column, value));
  const [elapsed] = time(() => {
    for (const [row, column, value] of plan) session.edit(row, column, value);
  });
  return { each: elapsed / count, judged: [median(judged), Math.max(...judged)] };
}
