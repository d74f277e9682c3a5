'use strict';
/**
 * Sheets of any size, made like the seed (its wordings, its share of title, header and blank rows), with defects that are known.
 * The same numbers give the same sheet.
 */

const HEADER = [
  'Réf',
  'Objectif opérationnel',
  'BOP(s) Etat pré-identifiés',
  'Service Etat Gestionnaire du BOP',
  'Collectivité locale partenaire',
  'Signataire partenaire',
  'Indicateur',
  'Valeur cible nationale',
];
const PAIRS = [
  ['102', 'DIRECCTE'],
  ['304', 'DDCSPP'],
  ['147', 'DDCSPP'],
  ['163', 'DDCSPP'],
  ['140', 'RECTORAT'],
  ['141', 'RECTORAT'],
  ['230', 'RECTORAT'],
  ['182', 'DTPJJ'],
  ['204', 'ARS'],
  ['176', 'Police'],
  ['152', 'Gendarmerie'],
  ['167', 'DSN'],
  ['135', 'DREAL'],
  ['224', 'DRAC'],
  ['137', 'DGCS'],
];
const VERBS = [
  'Développer',
  'Renforcer',
  'Soutenir',
  'Accompagner',
  'Mobiliser',
  'Favoriser',
  'Organiser',
  'Promouvoir',
  'Valoriser',
  'Mettre en place',
];
const NOUNS = [
  'les actions de médiation',
  'l’accès aux droits',
  'les réseaux de santé',
  'la mixité scolaire',
  'l’apprentissage de la langue',
  'la vie associative',
  'les outils d’insertion',
  'la prévention des conduites à risques',
  'le tissu commercial',
  'la rénovation des espaces publics',
];
const WHO = [
  'des habitants',
  'des jeunes de 16 à 25 ans',
  'des familles monoparentales',
  'des demandeurs d’emploi',
  'des élèves décrocheurs',
  'des locataires',
  'des femmes isolées',
  'des personnes âgées',
];
const WHERE = [
  'du quartier prioritaire',
  'dans les QPV',
  'du centre ancien',
  'de la ville',
  'en pied d’immeuble',
  'avec les partenaires',
];
const COUNTED = [
  'Nombre de femmes et d’hommes accompagnés',
  'Nombre de contrats signés',
  'Part des logements rénovés',
  'Taux de présence aux ateliers (H/F)',
  'Nombre de structures ouvertes',
  'Montant des aides versées',
];
const TARGETS = ['30 %', '12,5 %', '50', '120', '75 %', '8'];
const TO_DEFINE = 'En cours de définition';

/** What each defect does to a row, and the structural fault it makes (the ones that every contestant can see). */
const DEFECTS = [
  ['ref', (row) => void (row[0] = row[0].replace(/_0/, '_O'))],
  ['ref', (row) => void (row[0] = row[0].toLowerCase())],
  ['ref', (row) => void (row[0] = '')],
  ['ref', (row) => void (row[0] = row[0].replace('_AS', '-X'))],
  ['unique', (row, before) => void (row[0] = before)],
  ['bop', (row) => void (row[2] = row[2].replace(/\d{3}/, '999'))],
  ['bop', (row) => void (row[2] = `BOP ${row[2]}`)],
  ['bop', (row) => void (row[2] = `0${row[2]}`)],
  ['service', (row) => void (row[3] = row[3].replace(/^\S+/, 'XYZZYQ'))],
  ['service', (row) => void (row[3] = row[3].replace(/^\S+/, 'D.D.C.S.P.P.'))],
  ['cible', (row) => void ([row[6], row[7]] = [COUNTED[1], '100,00%'])],
  ['cible', (row) => void ([row[6], row[7]] = [COUNTED[1], 'beaucoup plus'])],
  ['pairs', (row) => void (row[3] = `${row[3]} ARS`)],
  ['axe', (row) => void (row[0] = row[0].replace(/_AS(\d)_0/, (_, digit) => `_AS${(Number(digit) % 9) + 1}_9`))],
];

/** A linear congruential generator: the same sheet for the same seed, on every machine. */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const letters = (n) =>
  String.fromCharCode(65 + (Math.floor(n / 676) % 26), 65 + (Math.floor(n / 26) % 26), 65 + (n % 26));

/** `rows` rows of eight cells (header included), and the rows where each structural fault was put. */
function makeSheet(rows) {
  const roll = dice(2015);
  const pick = (list) => list[roll(list.length)];
  const sheet = [HEADER];
  const faults = { ref: [], unique: [], bop: [], service: [], cible: [] };
  const blank = () => ['', '', '', '', '', '', '', ''];
  const title = (text) => Object.assign(blank(), { 0: text });
  let before = '';
  for (let pillar = 0; sheet.length < rows; pillar++) {
    sheet.push(title(`Pilier Quartier ${letters(pillar)}`));
    if (pillar > 0) sheet.push(HEADER.slice());
    for (let axe = 1; axe <= 5; axe++) {
      sheet.push(title(`Axe stratégique ${axe} : ${pick(VERBS)} ${pick(NOUNS)} ${pick(WHO)}`));
      const count = 2 + roll(4);
      for (let number = 1; number <= count; number++) {
        const ref = `P${letters(pillar)}_AS${axe}_${String(number).padStart(3, '0')}`;
        const row = dataRow(ref, roll, pick);
        if (before !== '' && roll(5) === 0) {
          const [fault, spoil] = DEFECTS[roll(DEFECTS.length)];
          spoil(row, before);
          if (faults[fault]) faults[fault].push(sheet.length);
        } else before = ref;
        sheet.push(row);
      }
      if (roll(3) === 0) sheet.push(blank());
    }
  }
  return { sheet: sheet.slice(0, rows), faults };
}

function dataRow(ref, roll, pick) {
  const pairs = Array.from({ length: 1 + roll(4) }, () => pick(PAIRS)).filter(
    (pair, index, all) => all.indexOf(pair) === index,
  );
  const objective = `${pick(VERBS)} ${pick(NOUNS)} ${pick(WHO)} ${pick(WHERE)}, action ${roll(100000)}.`;
  const indicator = roll(100) < 38 ? `${pick(COUNTED)} ${pick(WHERE)} (n° ${roll(100000)})` : '';
  const target = indicator !== '' && roll(100) < 80 ? pick(TARGETS) : '';
  return [
    ref,
    objective,
    pairs.map(([bop]) => bop).join(' '),
    pairs.map(([, service]) => service).join(' '),
    TO_DEFINE,
    TO_DEFINE,
    indicator,
    target,
  ];
}

module.exports = { makeSheet, PAIRS };
