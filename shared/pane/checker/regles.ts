import type { Rule } from '../../lint';
import { typography } from '../../text';
import type { RegleView } from './views';

/** These rules, told. */
export function regleViews(rules: readonly Rule[], ids: readonly string[]): RegleView[] {
  const wanted = new Set(ids);
  return rules
    .filter(({ id }) => wanted.has(id))
    .map(({ id, severity, summary, why, source }) => ({
      id,
      gravite: severity,
      resume: typography(summary),
      pourquoi: typography(why),
      source: source === undefined ? null : typography(source),
    }));
}
