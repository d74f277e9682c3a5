import { NBSP, enumerate, plural } from '../shared/text';
import type { FormulaWork } from './rpc';

/** Cells named in one sentence. */
const MOST_NAMED = 5;

/** What became of a conversion or a recalculation, in sentences for the agent. */
export function workSentence({ faites, laissees }: FormulaWork): string {
  if (faites.length + laissees.length === 0) return 'Aucune formule à changer.';
  const done = `${plural(faites.length, 'formule écrite', 'formules écrites')}${named(faites.map(({ adresse }) => adresse))}.`;
  const reasons = [...new Set(laissees.map(({ raison }) => raison))];
  const left = reasons.map((raison) => {
    const cells = laissees.filter((one) => one.raison === raison).map(({ adresse }) => adresse);
    return `${plural(cells.length, 'formule laissée', 'formules laissées')}${named(cells)}${NBSP}: ${raison}.`;
  });
  return [...(faites.length > 0 ? [done] : []), ...left].join(' ');
}

function named(cells: readonly string[]): string {
  if (cells.length === 0) return '';
  const told =
    cells.length > MOST_NAMED ? [...cells.slice(0, MOST_NAMED), `${cells.length - MOST_NAMED} autres`] : cells;
  return ` (${enumerate(told)})`;
}
