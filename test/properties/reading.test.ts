import fc from 'fast-check';
import {
  isPlaceholder,
  keyOf,
  matchHeading,
  parseBop,
  parseCible,
  parseIndicateur,
  parseRef,
  parseServices,
  refOfKey,
  rewriteList,
} from '../../shared/annexe';
import { scanText, Seen } from '../../shared/annexe/scan';
import { vocabularyOf } from '../../shared/lint';
import { fold, foldTight } from '../../shared/text';
import { referential } from '../referential/referential-seed';
import { texte } from './texts';

const vocabulary = vocabularyOf(referential, 2015);
const RUNS = { numRuns: 2000 };

/** The text that is left once the items are taken out of it, in their order; null when one is not there. */
function without(text: string, items: readonly string[]): string | null {
  let left = '';
  let from = 0;
  for (const item of items) {
    const at = text.indexOf(item, from);
    if (at < 0) return null;
    left += `${text.slice(from, at)} `;
    from = at + item.length;
  }
  return left + text.slice(from);
}

const blanksMadeOne = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, ' ');

test('a BOP cell: every figure is in an item, written as the cell writes it; what is written anew reads the same', () => {
  fc.assert(
    fc.property(texte, (text) => {
      const { items, propre, texte: kept } = parseBop(text);
      expect(kept).toBe(text);
      const rest = without(
        blanksMadeOne(text).replace(/ /g, ''),
        items.map(({ ecriture }) => blanksMadeOne(ecriture).replace(/ /g, '')),
      );
      expect(rest).not.toBeNull();
      if (!isPlaceholder(text)) expect(rest).not.toMatch(/\d/);
      expect(parseBop(propre).items.map(({ code }) => code)).toEqual(items.map(({ code }) => code));
    }),
    RUNS,
  );
});

test('a list with items taken out or changed keeps its other items and its separators as they are', () => {
  const item = fc.record({
    code: fc.constantFrom('147', '102', 'CNDS'),
    becomes: fc.constantFrom(null, '163', 'same'),
  });
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(' ', ', ', ' / ', '\n', ' ; '),
      (items, between) => {
        const codes = items.map(({ code }) => code);
        const wanted = items.map(({ code, becomes }) => (becomes === 'same' ? code : becomes));
        const left = wanted.filter((code) => code !== null);
        fc.pre(left.length > 0);
        expect(rewriteList(codes.join(between), codes, wanted)).toBe(left.join(between));
      },
    ),
    RUNS,
  );
});

test('a service cell: every letter and every figure is in an item', () => {
  fc.assert(
    fc.property(texte, (text) => {
      const { items, texte: kept } = parseServices(text, vocabulary);
      expect(kept).toBe(text);
      const written = items.map(({ ecriture }) => ecriture).join(' ');
      expect(foldTight(written)).toBe(isPlaceholder(text) ? '' : foldTight(text));
      for (const { ecriture, nom, bop } of items)
        expect(ecriture.startsWith(nom) && (bop === null || ecriture.includes(bop))).toBe(true);
    }),
    RUNS,
  );
});

test('an indicator cell: its statements, one after the other, say all that it says', () => {
  const letters = (text: string): string => text.replace(/[\s/;•\-–]/g, '');
  fc.assert(
    fc.property(texte, (text) => {
      const { etat, enonces, texte: kept } = parseIndicateur(text);
      expect(kept).toBe(text);
      expect(letters(enonces.join(''))).toBe(etat === 'reel' ? letters(text) : '');
      expect(enonces.every((enonce) => enonce !== '' && enonce === enonce.trim())).toBe(true);
    }),
    RUNS,
  );
});

test('a target: read to the end, every value a number, what is written anew reads the same', () => {
  fc.assert(
    fc.property(fc.oneof(texte, fc.double({ noNaN: true, noDefaultInfinity: true })), (value) => {
      const { etat, valeurs, propre } = parseCible(value);
      expect(valeurs.every(({ valeur }) => Number.isFinite(valeur))).toBe(true);
      expect(valeurs.length > 0).toBe(etat === 'lisible');
      if (propre === null) return;
      expect(propre).not.toBe(value);
      const again = parseCible(propre);
      expect([again.etat, again.valeurs, again.propre]).toEqual([etat, valeurs, null]);
    }),
    RUNS,
  );
});

test('labelled targets: what is printed is read, figure for figure', () => {
  const labelled = fc.record({
    libelle: fc.constantFrom('EA', 'CUI marchand', 'femmes'),
    valeur: fc.oneof(
      fc.nat(100),
      fc.nat(99999),
      fc.nat(9999).map((hundredths) => hundredths / 100),
    ),
    unite: fc.constantFrom('', '%', '€', 'ans'),
  });
  const print = (valeur: number): string => String(valeur).replace('.', ',');
  fc.assert(
    fc.property(
      fc.array(labelled, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(' ', '\n', ' ; ', ', '),
      (all, between) => {
        const text = all
          .map(({ libelle, valeur, unite }) => `${libelle} : ${print(valeur)} ${unite}`.trim())
          .join(between);
        const read = parseCible(text).valeurs.map(({ libelle, valeur, unite }) => [libelle, valeur, unite]);
        const share = (valeur: number, unite: string): number =>
          unite === '%' ? Number((valeur / 100).toFixed(10)) : valeur;
        expect(read).toEqual(all.map(({ libelle, valeur, unite }) => [libelle, share(valeur, unite), unite]));
      },
    ),
    RUNS,
  );
});

test('a reference: its normal form reads the same, its key gives it back', () => {
  fc.assert(
    fc.property(
      fc.oneof(texte, fc.stringMatching(/^P(COS|dee|HCV)[_ -]?(AS|axe)[_ ]?[O0-9l]{1,2}[_ .-][O0-9lI*]{1,3}$/)),
      (text) => {
        const ref = parseRef(text);
        const again = parseRef(ref.normalisee);
        expect({ ...again, texte: '', lettre: false, propre: true }).toEqual({
          ...ref,
          texte: '',
          lettre: false,
          propre: true,
        });
        const key = keyOf(ref);
        if (ref.forme === 'canonique') expect(refOfKey(key)).toBe(ref.normalisee);
        else expect(key).toBe(-1);
        if (ref.propre) expect(ref.normalisee).toBe(text);
      },
    ),
    RUNS,
  );
});

/** How the same words are typed elsewhere. */
const dress = fc.record({
  before: fc.constantFrom('', ' ', '\u00a0', '\u00ad', '\n', '\ufeff'),
  after: fc.constantFrom('', ' ', '\u202f', '.', '…', ' .', '\u200b'),
  form: fc.constantFrom<'NFC' | 'NFD'>('NFC', 'NFD'),
  upper: fc.boolean(),
  blank: fc.constantFrom(' ', '\u00a0', '  ', '\n'),
});
type Dress = typeof dress extends fc.Arbitrary<infer T> ? T : never;

function dressed(words: string, { before, after, form, upper, blank }: Dress): string {
  const text = `${before}${words.replace(/ /g, blank)}${after}`.normalize(form);
  return upper ? text.toUpperCase() : text;
}

test('a mention that stands for nothing is known in any dress', () => {
  const mention = fc.constantFrom(
    ...[
      'en cours de définition',
      'à définir',
      'À COMPLÉTER',
      'néant',
      'aucune',
      'sans objet',
      's.o.',
      'n/a',
      'NC',
      'tbd',
    ],
    ...['non renseigné', '-', '…', '?', 'x', 'rien', 'vide', 'reste à préciser', 'en attente de validation', '/'],
  );
  fc.assert(
    fc.property(mention, dress, (words, clothes) => {
      const text = dressed(words, clothes);
      expect(isPlaceholder(text)).toBe(true);
      expect(parseIndicateur(text).etat).toBe('a-definir');
      expect(parseBop(text).items.length + parseServices(text, vocabulary).items.length).toBe(0);
    }),
    RUNS,
  );
});

test('a title of a column is known in any dress', () => {
  const titles: Readonly<Record<string, readonly string[]>> = {
    ref: ['Réf', 'Référence', 'N° de réf', 'Code', 'Numéro d’objectif', 'Identifiant de l’objectif', 'N°'],
    objectif: ['Objectif opérationnel', 'Objectifs', 'Libellé de l’objectif'],
    bop: ['BOP(s) Etat pré-identifiés', 'BOP', 'Programmes LOLF', 'Numéros de programme', 'Programme budgétaire'],
    service: ['Service Etat Gestionnaire du BOP', 'Services', 'Gestionnaire'],
    collectivite: ['Collectivité locale partenaire de cet objectif', 'Commune', 'EPCI'],
    signataire: ['Signataire partenaire de cet objectif', 'Partenaires signataires', 'Partenaires associés'],
    indicateur: ['Indicateur', 'Libellé de l’indicateur', 'Indicateurs de suivi'],
    cible: ['Valeur cible nationale', 'Cible', 'Objectif chiffré', 'Valeur visée'],
    pilier: ['Pilier', 'Pilier du contrat', 'Thématique'],
    axe: ['Axe', 'Intitulé de l’axe', 'Axes stratégiques'],
    axeNumero: ['axe_no', 'N° de l’axe', 'Numéro d’axe'],
  };
  const title = fc.constantFrom(
    ...Object.entries(titles).flatMap(([id, all]) => all.map((text) => [id, text] as const)),
  );
  fc.assert(
    fc.property(title, dress, ([id, words], clothes) => expect(matchHeading(dressed(words, clothes))).toBe(id)),
    RUNS,
  );
});

/** What the rules look for, by plain regular expressions. */
const ESPACES =
  /[\u00ad\u200b-\u200f\ufeff]|[ \t\u00a0\u202f]{2}|(?:^|[\n\r])[ \t\u00a0\u202f]|[ \t\u00a0\u202f](?:$|[\n,.])/;
const QP = /(^|[^A-Za-z0-9\u00c0-\u024f])QPs?(?![A-Za-z0-9\u00c0-\u024f\u0300-\u036f])/i;

function parenthesesOff(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return true;
  }
  return depth > 0;
}

test('the scan of a text misses nothing that the rules look for', () => {
  fc.assert(
    fc.property(texte, (text) => {
      const seen = scanText(text);
      if (ESPACES.test(text)) expect(seen & Seen.espaces).not.toBe(0);
      if (QP.test(text) && !/[\u0300-\u036f]/.test(text)) expect(seen & Seen.qp).not.toBe(0);
      expect((seen & Seen.parentheses) !== 0).toBe(parenthesesOff(text));
    }),
    RUNS,
  );
});

test('the scan of a usual text sees exactly what is there', () => {
  const usual = fc
    .array(
      fc.constantFrom(
        'Nombre',
        'de',
        'QP',
        'QPV',
        'jeunes',
        'É',
        '(',
        ')',
        ' ',
        '\n',
        ',',
        '.',
        '\u00a0',
        '/',
        'H/F',
        'femmes',
        'qps',
      ),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(usual, (text) => {
      const seen = scanText(text);
      const words = fold(text).split(/[^a-z0-9]+/);
      const has = (...wanted: string[]): boolean => words.some((word) => wanted.includes(word));
      expect((seen & Seen.espaces) !== 0).toBe(ESPACES.test(text));
      expect((seen & Seen.qp) !== 0).toBe(has('qp', 'qps'));
      expect((seen & Seen.personne) !== 0).toBe(has('jeunes'));
      expect((seen & Seen.sexe) !== 0).toBe(has('femmes') || /(^|[^a-z0-9])[hf]\/[hf]?/.test(fold(text)));
      expect((seen & Seen.debut) !== 0).toBe(has('nombre'));
      expect((seen & Seen.plusieurs) !== 0).toBe(words.filter((word) => word === 'nombre').length > 1);
    }),
    RUNS,
  );
});
