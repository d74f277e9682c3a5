import { Fact, type CibleValeur } from '../annexe';
import { defineRowRule } from '../lint';
import { enumerate, formatNumber, formatPercent, plural } from '../text';

/** "EA : 30 %" */
function write({ libelle, valeur, unite }: CibleValeur): string {
  const value = unite === '%' ? formatPercent(valeur, 4) : [formatNumber(valeur, 4), unite].join(' ').trim();
  return libelle === null ? value : `${libelle} : ${value}`;
}

const lines = (text: string): number => text.split(/[\n\r]+/).filter((line) => line.trim() !== '').length;

export const cibleMultiple = defineRowRule({
  id: 'cible-multiple',
  severity: 'avertissement',
  needs: ['cible'],
  columns: ['cible'],
  on: Fact.cibleTexte,
  summary: 'Une cellule contient plusieurs valeurs cibles à la suite.',
  why: 'Une valeur n’est suivie que si l’on sait laquelle ; à la suite, un tableur n’en lit aucune.',
  messages: {
    plusieurs: (facts) =>
      `Cette cellule contient ${plural(Number(facts['nombre']), 'valeur')} : ${facts['valeurs']} ; écrivez-en une par ligne.`,
  },
  check(row, report) {
    const { texte, valeurs } = row.cible;
    if (valeurs.length < 2 || valeurs.length === lines(texte)) return;
    report('cible', () => {
      const written = valeurs.map((valeur) => write(valeur).replace(/[\u00a0\u202f]/g, ' '));
      return {
        message: 'plusieurs',
        facts: { nombre: valeurs.length, valeurs: enumerate(written) },
        fixes: [
          {
            label: 'Écrire une valeur par ligne',
            safety: 'a-confirmer',
            edits: [{ column: 'cible', set: written.join('\n') }],
            horsPlan: true,
          },
        ],
      };
    });
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '100 %' }] },
      { lignes: [{ ref: 'PDEE_AS3_002', indicateur: 'Part des jeunes (H/F)', cible: 'EA : 30 %\nCUI : 12 %' }] },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PDEE_AS3_002',
            indicateur: 'Part des filles/garçons du QPV',
            cible: 'Valeur cible nationale EA : 30 % CUI marchand : 12 % CUI non-marchand : 13,2 %',
          },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'cible',
            message:
              'Cette cellule contient 3 valeurs : EA : 30 %, CUI marchand : 12 % et CUI non-marchand : 13,2 % ; écrivez-en une par ligne.',
            corrige: 'EA : 30 %\nCUI marchand : 12 %\nCUI non-marchand : 13,2 %',
          },
        ],
      },
    ],
  },
});
