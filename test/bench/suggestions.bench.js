'use strict';
const { makeSheet } = require('./sheet');
const { median, time } = require('./measure');

/** How good the suggestions are on the seed, each row left out in turn; and how quick a query is on 26 000 rows. */
module.exports = function suggestions({ core, referential, root }) {
  const annexe = read(core, referential, core.loadSeed(root));
  const quality = core.qualiteDesSuggestions(annexe, referential, 2015);
  const figure = (what, value, target, digits = 1) => ({
    what,
    value,
    measured: value.toFixed(digits),
    target: `≥ ${target}`,
    met: value >= target,
  });
  return [
    figure('service given the BOP: first, %', quality.servicePremier, 90),
    figure('service given the BOP: among three, %', quality.serviceTrois, 97),
    figure('service given the BOP: whole rows, %', quality.lignesEntieres, 80),
    figure('BOPs given the row: recall in five, %', quality.rappelCinq, 73),
    figure('BOPs given the row: first is right, %', quality.premier, 65),
    figure('BOPs given the row: mean reciprocal rank', quality.rangInverse, 0.77, 3),
    figure('one BOP hidden: among five, %', quality.masqueCinq, 88),
    ...query(core, referential),
  ];
};

function read(core, referential, rows) {
  return core.readAnnexe(core.gridOf(rows), core.vocabularyOf(referential, 2015));
}

function query(core, referential) {
  const { Index } = require('flexsearch');
  const { sheet } = makeSheet(26000);
  const annexe = read(core, referential, sheet);
  const pairing = core.createPairing(annexe, referential, 2015);
  const index = new Index({ tokenize: 'forward' });
  const data = sheet.flatMap((row, at) => (/^P[A-Z]{3}_AS\d_\d{3}$/.test(row[0]) ? [at] : []));
  for (const row of data) index.add(row, sheet[row][1]);
  const texts = new core.TextIndex();
  for (const row of data) texts.add(core.fold(sheet[row][1]));
  const ours = [];
  const theirs = [];
  const alone = [];
  for (let turn = 0; turn < 120; turn++) {
    const row = data[(turn * 7919) % data.length];
    theirs.push(time(() => index.search(sheet[row][1], { limit: 10, suggest: true }))[0]);
    alone.push(time(() => texts.nearest(core.fold(sheet[row][1]), 10, (document) => document))[0]);
    ours.push(time(() => pairing.suggestLigne(row, 10))[0]);
  }
  // flexsearch gives the ten nearest texts; a suggestion ranks the BOPs of such rows with their services and their evidence too.
  const against = (what, times) => ({ what, value: median(times.slice(20)) / median(theirs.slice(20)) });
  return [
    against('ten nearest texts / flexsearch, 26 000 rows', alone),
    against('whole suggestion of a row / flexsearch, 26 000 rows', ours),
  ].map(({ what, value }) => ({ what, value, measured: value.toFixed(2), target: '≤ 0.50', met: value <= 0.5 }));
}
