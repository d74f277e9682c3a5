import { rewriteList, type BopCell, type ServiceCell } from '../annexe';
import { defineRowRule, type FixDraft } from '../lint';
import { findService, type Referential } from '../referential';
import { enumerate, foldTight, quote } from '../text';

export const bopRepete = defineRowRule({
  id: 'bop-repete',
  severity: 'avertissement',
  severities: ['avertissement', 'info'],
  needs: ['bop', 'service'],
  columns: ['bop'],
  on: 0,
  summary: 'Un BOP est écrit deux fois dans la même cellule.',
  why: 'Le même BOP peut revenir quand deux services le gèrent ; avec le même service, c’est une répétition qui fausse les comptes.',
  messages: {
    paire: (facts) => `${facts['paires']} : ce BOP et ce service sont écrits deux fois ; gardez-en un seul exemplaire.`,
    services: (facts) =>
      `Le BOP ${facts['codes']} revient avec des services différents ; rien à corriger si chacun d’eux le gère, sinon ôtez celui qui est en trop.`,
  },
  check(row, report) {
    const { bop } = row;
    const codes = bop.items.map(({ code }) => code);
    const repeated = codes.filter((code, index) => codes.indexOf(code) < index);
    if (repeated.length === 0) return;
    const { service, referential } = row;
    const again = samePairs(bop, service, referential);
    if (again.length === 0) {
      const distinct = [...new Set(repeated)].map((code) => quote(code));
      report('bop', () => ({ message: 'services', facts: { codes: enumerate(distinct) } }), 'info');
      return;
    }
    const paires = [...new Set(again.map((index) => `${codes[index] ?? ''} / ${service.items[index]?.nom ?? ''}`))];
    report('bop', () => ({
      message: 'paire',
      facts: { paires: enumerate(paires.map((paire) => quote(paire))) },
      // What other repetition is left would be told in the same cell: the agent should see the whole first.
      fixes: again.length === repeated.length ? removal(bop, service, again) : [],
    }));
  },
  examples: {
    valid: [
      { lignes: [{ bop: '102 304', service: 'DIRECCTE DDCSPP' }] },
      { lignes: [{ bop: '204 163 147', service: 'ARS DDCSPP DDCSPP' }] },
    ],
    invalid: [
      {
        lignes: [
          { bop: '147 163 230 304 182 147', service: 'CGET/ACSE DDCSPP RECTORAT DDCSPP DTPJJ Préfecture' },
          { bop: '163, 147, 163', service: 'DDCSPP\nPréfecture\nD.D.C.S.P.P.' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message:
              'Le BOP « 147 » revient avec des services différents ; rien à corriger si chacun d’eux le gère, sinon ôtez celui qui est en trop.',
          },
          {
            ligne: 2,
            colonne: 'bop',
            message:
              '« 163 / D.D.C.S.P.P. » : ce BOP et ce service sont écrits deux fois ; gardez-en un seul exemplaire.',
            corrige: '163, 147',
          },
        ],
      },
    ],
  },
});

/** Places of the pairs that were already written before. None when the lists do not have the same length: pairs are not sure. */
function samePairs(bop: BopCell, service: ServiceCell, referential: Referential): number[] {
  if (bop.items.length !== service.items.length) return [];
  const pairs = bop.items.map(({ code }, index) => {
    const nom = service.items[index]?.nom ?? '';
    return `${code} ${findService(referential, nom)?.service.sigle ?? foldTight(nom)}`;
  });
  return pairs.flatMap((pair, index) => (pairs.indexOf(pair) < index ? [index] : []));
}

function removal(bop: BopCell, service: ServiceCell, places: readonly number[]): FixDraft[] {
  const without = ({ texte, items }: BopCell | ServiceCell): string | null => {
    const ecritures = items.map(({ ecriture }) => ecriture);
    return rewriteList(
      texte,
      ecritures,
      ecritures.map((ecriture, index) => (places.includes(index) ? null : ecriture)),
    );
  };
  const bops = without(bop);
  const services = without(service);
  if (bops === null || services === null) return [];
  return [
    {
      label: 'Ôter la répétition',
      safety: 'sure',
      edits: [
        { column: 'bop', set: bops },
        { column: 'service', set: services },
      ],
    },
  ];
}
