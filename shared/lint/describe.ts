import type { Diagnostic } from './diagnostic';
import { typography } from '../text';
import type { Rule } from './rule';

/** The French sentence of a finding. `rules` is the catalogue it was made with; an unknown rule or message gives its id. */
export function describe(diagnostic: Diagnostic, rules: readonly Rule[]): string {
  const rule = rules.find(({ id }) => id === diagnostic.rule);
  const sentence = rule?.messages[diagnostic.message.id];
  return sentence === undefined
    ? `${diagnostic.rule} (${diagnostic.message.id})`
    : typography(sentence(diagnostic.message.facts));
}
