import type { Rule } from '../../shared/lint';

export interface RuleGroup {
  readonly titre: string;
  readonly rules: readonly Rule[];
}

/** The groups of the catalogue, by the first word of the rules' ids. */
const GROUPS: readonly (readonly [titre: string, words: readonly string[]])[] = [
  ['Structure', ['colonne', 'section', 'objectif', 'ligne']],
  ['Référence', ['ref']],
  ['BOP', ['bop']],
  ['Service', ['service']],
  ['Appariement', ['appariement']],
  ['Partenaires', ['partenaire']],
  ['Indicateur', ['indicateur']],
  ['Valeur cible', ['cible']],
];
const OTHERS = 'Texte';

/** The rules in the order of the catalogue, grouped; what no group names is about the text. */
export function groupRules(rules: readonly Rule[]): readonly RuleGroup[] {
  const titreOf = ({ id }: Rule): string => {
    const word = id.split('-')[0] ?? '';
    return GROUPS.find(([, words]) => words.includes(word))?.[0] ?? OTHERS;
  };
  const titres = [...GROUPS.map(([titre]) => titre), OTHERS];
  return titres
    .map((titre) => ({ titre, rules: rules.filter((rule) => titreOf(rule) === titre) }))
    .filter((group) => group.rules.length > 0);
}

/** Columns that a rule needs, as ids. */
export function needsOf(rule: Rule): readonly string[] {
  return rule.kind === 'ligne' ? rule.needs : rule.needsOneOf;
}

/** Severities that a rule may report with. */
export function severitiesOf(rule: Rule): readonly string[] {
  return rule.kind === 'ligne' ? rule.severities : [rule.severity];
}
