import type { Scalar } from '../../shared/sheet';
import type { Chance } from './chance';

/** Words of the field, by what they are: titles of columns, of sections, references, lists, indicators, targets. */
const WORDS: readonly (readonly Scalar[])[] = [
  [
    ...['Réf', 'Référence', 'Objectif opérationnel', 'OBJECTIFS', 'BOP(s) Etat pré-identifiés', 'BOP', 'Indicateur'],
    ...['Service Etat Gestionnaire du BOP', 'Service', 'Collectivité locale partenaire', 'Signataire partenaire'],
    ...['Valeur cible nationale', 'Cible', 'Pilier', 'Axe', 'axe_no', 'Intitulé de l’axe', 'Programme LOLF'],
  ],
  [
    ...['Pilier Cohésion sociale', 'PILIER HABITAT CADRE DE VIE', 'Cohésion sociale', 'Pilier Transports', 'Pilier'],
    ...['Axe stratégique 1 : Un', 'Axe Stratégique 2 : Deux', 'axe 3', 'AXE IV - Quatre', 'Axe stratégique : Sans'],
    ...[
      'Axe transversal : Jeunesse',
      'Axes transversaux',
      'Enjeu 2 : Logement',
      'Axe stratégique 99',
      'Axe 1 : Emploi',
    ],
  ],
  [
    ...['PCOS_AS1_001', 'PCOS_AS1_OO1', 'PCOS_AS1_002', 'PCOS_AS2_001', 'pcos-as1-1', 'PHCV_AS2_*', 'PVRC_AS1_999'],
    ...['PDEE_AS1_001', 'P DEE AS 1 1', 'Atr_LCD', 'Atr_EgF/H', 'A1_01', 'EMP_AS1_001', 'A1_01 ', 'PCOS_AS0_000'],
  ],
  [
    ...['147', '102 304', 'BOP 102 BOP 163', '0147', 'P147', 147, 102.304, 'CNDS 163', '147;147', '167', '999', '1041'],
    ...[
      '147 - Politique de la ville',
      '102\n304',
      '102, 304',
      '102 / 304',
      'selon projet',
      '102304',
      'DDCSPP',
      0,
      1e21,
    ],
  ],
  [
    ...[
      'DDCSPP',
      'DIRECCTE DDCSPP',
      'CGET/ACSE',
      'Gendarmerie(152)',
      'DRPJJ',
      'Police nationale',
      'préfecture',
      'CNAF',
    ],
    ...['D.D.C.S.P.P.', 'DDCSPP 11', 'RECTORAT\nDSN', 'DDCSPP;DIRECCTE', 'DDCSPP / DIRECCTE', 'DREETS DDETSPP', 'XYZ'],
    ...['DGCS DDCSPP Gendarmerie(152) Cget(147)', 'DDCSPP DDCSPP', 'Préfecture de l’Aude', 'ARS - DDCSPP'],
  ],
  [
    ...[
      'Nombre de jeunes',
      'Nombre de jeunes ',
      'nombre de JEUNES',
      'Part des femmes / Taux de sortie',
      'cf. annexe 3',
    ],
    ...['Nombre de QP\nNombre de visites', 'Voir remarques', 'Taux de présence (H/F', 'a) un b) deux', 'Diagnostic'],
    ...['Renforcer l’accès aux soins', 'Agir  dans le QP ,', 'un mot)', 'QPs', '«QP»', 'Soutenir (ou non) les jeunes'],
  ],
  [
    ...['30 %', '100,00%', 0.3, 1, 250, -1, '250 %', 'EA : 30 % CUI : 12 %', 'beaucoup', 'oui', '12.5', '1 250', '≥ 3'],
    ...['1 par quartier', '13,2 % en 2020', '50%\n60%', 'au moins 30 %', '1.250', '+5 points', '2015-01-01'],
  ],
  [
    ...[
      '',
      ' ',
      '\u00a0',
      '-',
      '…',
      'à définir',
      'En cours de définition',
      'néant',
      'sans objet',
      'n/a',
      '?',
      '____',
      'x',
    ],
    ...[true, false, '#N/A', '#REF!', '=1+1', '+33', '-x', '@nom', '0', 'O', 'l', '1', '\t', '\n', '\r\n'],
  ],
];

/** What keyboards, PDF files and other alphabets leave behind. */
const ODD =
  ' \u00a0\u202f\u2009\t\n\r\u00ad\u200b\u200e\ufeff\u0301\u0327éÉœŒß÷×ØµĲǅ’‘“”«»–—−()[]{}/\\;,.:%°²½€*+?^$|#=@"\'_-0123456789OlIiİıQqPpＡ漢字العربيةЖ😀👩‍👩‍👧\ud800\udc00\u0000\uffff';
const CHARACTERS = ODD.split('');
const LETTERS = 'aeiourstnlmdpcAEIPCOSV 0123456789 ,;/()'.split('');

/** Any cell at all: nothing, a word of the field, several of them, odd characters, a number; rarely a huge text. */
export function anyCell(chance: Chance): Scalar {
  const draw = chance.int(100);
  if (draw < 25) return chance.once(3) ? '' : null;
  if (draw < 70) return wordOfTheField(chance);
  if (draw < 80) return spliced(chance);
  if (draw < 90) return oddText(chance, 12);
  if (draw < 95) return number(chance);
  if (draw < 99) return text(chance, LETTERS, 60);
  return chance.once(40) ? hugeText(chance) : oddText(chance, 200);
}

export function wordOfTheField(chance: Chance): Scalar {
  return chance.pick(chance.pick(WORDS));
}

/** A word put into another, with what may stand between. */
function spliced(chance: Chance): string {
  const one = String(wordOfTheField(chance));
  const other = String(wordOfTheField(chance));
  const at = chance.int(one.length + 1);
  return `${one.slice(0, at)}${chance.pick(['', ' ', '\n', ' / ', '\u00a0', oddText(chance, 3)])}${other}`;
}

function number(chance: Chance): number {
  return chance.pick([0, 1, 0.5, 147, -3, 1e21, 1e-7, 2147483648, chance.int(100000), chance.int(1000) / 7]);
}

const oddText = (chance: Chance, longest: number): string => text(chance, CHARACTERS, longest);

function text(chance: Chance, characters: readonly string[], longest: number): string {
  let made = '';
  for (let left = chance.int(longest + 1); left > 0; left--) made += chance.pick(characters);
  return made;
}

/** The same fragment over and over: what makes a regular expression slow. */
export function hugeText(chance: Chance): string {
  const fragment = chance.once(2) ? oddText(chance, 4) : String(wordOfTheField(chance));
  return `${wordOfTheField(chance)}${(fragment || ' ').repeat(200 + chance.int(4000))}${wordOfTheField(chance)}`;
}
