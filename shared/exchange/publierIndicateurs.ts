import { eachObjectif, estSexue, type Annexe, type CibleValeur, type Ligne } from '../annexe';
import { textOf, valueAt } from '../sheet/grid';
import { fold } from '../text/fold';
import { flat, lignesOf } from './publier';
import { publishableRefs } from './publierRef';
import type { IndicateurRecord, Perimetre, TypeIndicateur, Unite } from './tableSchemaRecords';

/** The real indicators of an annexe as records of the Table Schema: one statement each, with its target when it is sure whose it is. */
export function publierIndicateurs(annexe: Annexe, refOf: (row: number) => string): readonly IndicateurRecord[] {
  const refs = publishableRefs(annexe, refOf);
  const national = perimetreOf(annexe);
  const records: IndicateurRecord[] = [];
  eachObjectif(annexe, (tete) => {
    let numero = 0;
    for (const ligne of lignesOf(annexe, tete)) {
      const target = targetOf(ligne);
      ligne.indicateur.enonces.forEach((enonce, index) => {
        const valeur = target !== null && target.index === index ? target.valeur : null;
        const base = {
          reference: refs.get(tete) ?? '',
          numero: ++numero,
          indicateur: flat(enonce),
          sexue: estSexue(enonce),
        };
        const measured = {
          valeurCible: null,
          unite: null,
          perimetre: null,
          ...(valeur ? measure(valeur, national) : {}),
        };
        records.push({ ...base, type: typeOf(enonce), ...measured, echeance: null, source: '' });
      });
    }
  });
  return records;
}

const TYPES: readonly (readonly [RegExp, TypeIndicateur])[] = [
  [/oui\s*[-/]\s*non/, 'oui_non'],
  [/^(nombre|effectif)/, 'nombre'],
  [/^(part|proportion|pourcentage)/, 'part'],
  [/^taux/, 'taux'],
  [/^montant/, 'montant'],
  [/^(delai|duree)/, 'delai'],
];

function typeOf(enonce: string): TypeIndicateur {
  const folded = fold(enonce);
  return TYPES.find(([wording]) => wording.test(folded))?.[1] ?? 'qualitatif';
}

/** The only target of a row, and which of its indicators it is for: the only one, or the only one that is a share for a share. */
function targetOf({ cible, indicateur }: Ligne): { readonly index: number; readonly valeur: CibleValeur } | null {
  const [valeur, ...others] = cible.valeurs;
  if (valeur === undefined || others.length > 0) return null;
  const { enonces } = indicateur;
  const shares = enonces.flatMap((enonce, index) => (['part', 'taux'].includes(typeOf(enonce)) ? [index] : []));
  if (enonces.length === 1) return { index: 0, valeur };
  const [share, ...moreShares] = shares;
  return valeur.unite === '%' && share !== undefined && moreShares.length === 0 ? { index: share, valeur } : null;
}

type Measured = Pick<IndicateurRecord, 'valeurCible' | 'unite' | 'perimetre'>;

function measure({ valeur, unite }: CibleValeur, perimetre: Perimetre | null): Measured {
  const share = unite === '%';
  return { valeurCible: share ? Number((valeur * 100).toFixed(6)) : valeur, unite: uniteOf(unite), perimetre };
}

function uniteOf(written: string): Unite | null {
  if (written === '%' || written === '€') return written;
  if (/^jours?$/.test(written)) return 'jour';
  return written === '' ? 'unité' : null;
}

/** What the title of the column says: "Valeur cible nationale". */
function perimetreOf({ grid, columns, headerRow }: Annexe): Perimetre | null {
  const title = columns.cible < 0 ? '' : fold(textOf(valueAt(grid, headerRow, columns.cible)));
  if (/national/.test(title)) return 'national';
  return /local/.test(title) ? 'local' : null;
}
