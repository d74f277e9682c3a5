/** The text of shared/formulas/<nom>.ts: a formula to start from, which refuses until it is written. */
export function newFormula(name: string): string {
  return `import { gives, PLAGE, refuses, type Formula } from './specification';

export const ${name}: Formula = {
  spec: {
    name: '${name}',
    description: 'À écrire\u00a0: ce que la formule donne, en une ligne.',
    parameters: [PLAGE],
    result: { kind: 'scalar', unit: 'nombre', columns: [], description: 'À écrire\u00a0: ce qu’est le résultat.' },
    example: { formula: '=ANNEXE.${name}()', gives: 'à écrire' },
  },
  evaluate(inputs) {
    if (inputs.plage === null) return refuses('${name} n’est pas encore écrite\u00a0; retirez la formule.');
    return gives(inputs.plage.values.length);
  },
};
`;
}
