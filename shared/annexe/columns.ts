import { foldTight } from '../text/fold';
import { createOpenings } from './opening';

/** The eight columns of an annexe, in the order of the 2015 document. */
export const COLUMNS = [
  'ref',
  'objectif',
  'bop',
  'service',
  'collectivite',
  'signataire',
  'indicateur',
  'cible',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** Columns that only a flat table has: there the section stands on every row instead of in title rows. */
export const SECTION_COLUMNS = ['pilier', 'axeNumero', 'axe'] as const;
export type SectionColumnId = (typeof SECTION_COLUMNS)[number];

export type AnyColumnId = ColumnId | SectionColumnId;

/** Where each column stands in the grid (offset from the grid's first column), −1 when the sheet has none. */
export type ColumnMap = Readonly<Record<AnyColumnId, number>>;

/** What agents call the columns, in the sentences they read. */
export const COLUMN_LABELS: Readonly<Record<ColumnId, string>> = {
  ref: 'Réf',
  objectif: 'Objectif opérationnel',
  bop: 'BOP',
  service: 'Service gestionnaire',
  collectivite: 'Collectivité partenaire',
  signataire: 'Signataire partenaire',
  indicateur: 'Indicateur',
  cible: 'Valeur cible',
};

/**
 * Header wordings, on tight-folded text, most specific first: "Service Etat Gestionnaire du BOP" names the service,
 * "Collectivité locale partenaire de cet objectif" the collectivité.
 */
const HEADINGS: readonly (readonly [AnyColumnId, RegExp])[] = [
  ['collectivite', /^(collectivites?|communes?|epci)(locales?|territoriales?)?(partenaires?)?/],
  ['signataire', /^(partenaires?)?signataires?|^partenaires?(decetobjectif|associes?|locaux)?$/],
  ['service', /^services?(?!public)|gestionnaires?dubop|^gestionnaires?$/],
  ['cible', /^(valeurs?)?cibles?|^objectifchiffre|^valeurvisee/],
  ['indicateur', /^(libelledel)?indicateurs?/],
  ['bop', /^bops?|^programmes?(lolf|etat|del|budgetaires?|dubudget|preidentifies?)?|^numerosdeprogramme/],
  ['objectif', /^(libelledel)?objectifs?(operationnels?)?$|^objectifsoperationnels?/],
  ['axeNumero', /^(axeno|axenumero|(no?|numero)(del|d)?axe|axen)$/],
  ['axe', /^(intituledel)?axes?(strategiques?)?$/],
  ['pilier', /^piliers?(oudomaine|ducontrat)?$|^thematiques?$/],
  ['ref', /^(no?)?(de)?ref(s|erences?)?$|^(code|numero|no?|identifiant)(del|d)?(objectif)?$/],
];

const OPENINGS =
  'axe bop cib cod col com der epc ges ide ind int lib nax nde noa nob nod noo nor nre num obj par pil pro ref ser sig the val';

/** How these wordings begin, a first word cut short included: most cells of a sheet are told to be no header without folding. */
const opensAsHeading = createOpenings(
  OPENINGS.split(' ')
    .flatMap((opening) => [opening, opening.slice(0, 2), opening.slice(0, 1)])
    .join(' '),
);
/** "Nom du gestionnaire du BOP": the only wording that may stand anywhere. */
const BOP_ANYWHERE = /b[^a-z]*o[^a-z]*p/i;

/** A header cell is short: a longer text is a title or content. */
const LONGEST_HEADING = 80;

/** Wordings seen: a header that is repeated every ten rows is understood once. */
const seen = new Map<string, AnyColumnId | null>();
const MOST_SEEN = 1000;

/** The column that a header cell names, or null. */
export function matchHeading(text: string): AnyColumnId | null {
  if (text.length === 0 || text.length > LONGEST_HEADING) return null;
  if (!opensAsHeading(text) && !BOP_ANYWHERE.test(text)) return null;
  const known = seen.get(text);
  if (known !== undefined) return known;
  if (seen.size >= MOST_SEEN) seen.clear();
  const heading = readHeading(text);
  seen.set(text, heading);
  return heading;
}

function readHeading(text: string): AnyColumnId | null {
  const tight = foldTight(text);
  for (const [column, wording] of HEADINGS) if (wording.test(tight)) return column;
  return null;
}
