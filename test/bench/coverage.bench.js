'use strict';
const { makeSheet } = require('./sheet');
const { median, time } = require('./measure');

/** The coverage of an annexe after one edit, against HyperFormula's COUNTIFS recalculated on the same sheet. */
module.exports = function coverage({ core, referential }) {
  const { HyperFormula } = require('hyperformula');
  const rows = 26000;
  const { sheet } = makeSheet(rows);
  const session = core.openSession(core.gridOf(sheet), { referential, rules: core.RULES, millesime: 2015 });
  const data = sheet.flatMap((row, index) => (/^P[A-Z]{3}_AS\d_\d{3}$/.test(row[0]) ? [index] : []));
  const cells = sheet.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const engine = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3', maxRows: 100000 });
  const name = engine.addSheet('Annexe');
  const id = engine.getSheetId(name);
  engine.setSheetContent(id, cells);
  const measure = engine.getSheetId(engine.addSheet('Mesure'));
  engine.setCellContents({ sheet: measure, row: 0, col: 0 }, [
    [`=COUNTIFS(Annexe!A1:A${rows},"P???_AS*",Annexe!G1:G${rows},"<>")`],
  ]);
  const theirs = [];
  const ours = [];
  for (let turn = 0; turn < 15; turn++) {
    const row = data[(turn * 7919) % data.length];
    const text = turn % 2 ? null : `Nombre d’actions ${turn}`;
    theirs.push(
      time(() => {
        engine.setCellContents({ sheet: id, row, col: 6 }, [[text]]);
        return engine.getCellValue({ sheet: measure, row: 0, col: 0 });
      })[0],
    );
    ours.push(
      time(() => {
        session.edit(row, 6, text);
        return core.couverture(session.annexe(), referential, {});
      })[0],
    );
  }
  const value = median(theirs.slice(3)) / median(ours.slice(3));
  return [
    {
      what: 'coverage after an edit: HyperFormula COUNTIFS / ours, 26 000 rows',
      value,
      measured: Math.round(value).toString(),
      target: '≥ 50',
      met: value >= 50,
    },
  ];
};
