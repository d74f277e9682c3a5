import { COLUMN_LABELS, Fact } from '../annexe';
import { defineTableRule, type TableFinding } from '../lint';
import { plural, quote } from '../text';

const PARTENAIRES = [
  ['collectivite', Fact.collectiviteADefinir],
  ['signataire', Fact.signataireADefinir],
] as const;

export const partenaireADefinir = defineTableRule({
  id: 'partenaire-a-definir',
  severity: 'info',
  needsOneOf: ['collectivite', 'signataire'],
  counts: Fact.collectiviteADefinir | Fact.signataireADefinir,
  summary: 'Un partenaire reste à définir.',
  why: 'Le contrat engage ses signataires : tant que le partenaire n’est pas nommé, personne n’est tenu. Un seul constat par colonne, pour ne pas noyer les autres.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 6',
  messages: {
    aDefinir: (facts) =>
      `${facts['colonne']} : ${quote(String(facts['vu']))} sur ${plural(Number(facts['lignes']), 'ligne')} ; nommez le partenaire quand il est connu.`,
  },
  check(table) {
    const findings: TableFinding<'aDefinir'>[] = [];
    for (const [column, fact] of PARTENAIRES) {
      const lignes = table.count(fact);
      if (lignes === 0) continue;
      findings.push({
        column,
        row: null,
        detail: () => {
          const rows = table.rowsWith(fact);
          const vu = String(table.value(rows[0] ?? 0, column));
          return {
            message: 'aDefinir',
            facts: { colonne: COLUMN_LABELS[column], vu, lignes },
            related: rows.map((row) => ({ row, column })),
          };
        },
      });
    }
    return findings;
  },
  examples: {
    valid: [{ lignes: [{ ref: 'PDEE_AS1_001', collectivite: 'Ville', signataire: 'CAF' }] }],
    invalid: [
      {
        lignes: [
          { ref: 'PDEE_AS1_001', collectivite: 'En cours de définition' },
          { ref: 'PDEE_AS1_002', collectivite: 'à définir' },
        ],
        constats: [
          {
            ligne: 0,
            colonne: 'collectivite',
            message:
              'Collectivité partenaire : « En cours de définition » sur 2 lignes ; nommez le partenaire quand il est connu.',
          },
        ],
      },
    ],
  },
});
