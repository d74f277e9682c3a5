/** A rule to start from: it compiles, it is registered, and its own example fails until `check` is written. */

const COLUMNS: Readonly<Record<string, readonly [column: string, fact: string]>> = {
  ref: ['ref', 'refParticuliere'],
  objectif: ['objectif', 'objectifAbsent'],
  bop: ['bop', 'bop'],
  service: ['service', 'service'],
  appariement: ['bop', 'bop'],
  partenaire: ['collectivite', 'collectivite'],
  indicateur: ['indicateur', 'indicateur'],
  cible: ['cible', 'cible'],
};

/** "bop-inconnu" → "bopInconnu". */
export function constantOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The text of shared/rules/<id>.ts. The first word of the id chooses the column; to be changed at will. */
export function newRule(id: string): string {
  const [column, fact] = COLUMNS[id.split('-')[0] ?? ''] ?? ['indicateur', 'indicateur'];
  return `import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const ${constantOf(id)} = defineRowRule({
  id: '${id}',
  severity: 'avertissement',
  summary: 'À écrire\u00a0: le défaut, en une ligne.',
  why: 'À écrire\u00a0: pourquoi cela compte pour l’agent.',
  needs: ['${column}'],
  columns: ['${column}'],
  // Only rows with this fact (shared/annexe/facts.ts) are shown to \`check\`.
  on: Fact.${fact},
  messages: {
    defaut: ({ valeur }) => \`\${quote(String(valeur))} ne va pas\u00a0; à écrire\u00a0: que faire.\`,
  },
  check(row, report) {
    const valeur = String(row.value('${column}') ?? '');
    if (valeur === 'le défaut, quand il est là') report('${column}', () => ({ message: 'defaut', facts: { valeur } }));
  },
  examples: {
    valid: [{ lignes: [${ligne(column, 'une valeur juste')}] }],
    invalid: [
      {
        lignes: [${ligne(column, 'une valeur fautive')}],
        constats: [{ ligne: 1, colonne: '${column}', message: '«\u00a0une valeur fautive\u00a0» ne va pas\u00a0; à écrire\u00a0: que faire.' }],
      },
    ],
  },
});
`;
}

/** A row of an example, with `valeur` in its column. */
function ligne(column: string, valeur: string): string {
  const cells = { ref: 'PDEE_AS1_001', objectif: 'Soutenir l’emploi', [column]: valeur };
  const parts = Object.entries(cells).map(([name, text]) => `${name}: '${text}'`);
  return `{ ${parts.join(', ')} }`;
}
