import { rewriteList, type BopCell, type RefCell } from '../annexe';
import type { FixDraft, RowContext } from './rule';

/**
 * The fix of a reference that is badly written. Mending the writing alone is safe only where the result is also the reference that
 * the row should bear and no other row bears it; else the whole repair is proposed, to be confirmed.
 */
export function refDraft(row: RowContext, ref: RefCell): FixDraft {
  const reparee = row.refReparee();
  const safe = reparee === ref.normalisee && row.memeRef().length === 0;
  return refTo(reparee, safe ? 'sure' : 'a-confirmer');
}

/** Replaces the reference. */
export function refTo(reference: string, safety: FixDraft['safety']): FixDraft {
  return { label: `Remplacer par ${reference}`, safety, edits: [{ column: 'ref', set: reference }] };
}

/**
 * The fixes of a BOP cell where some codes should be others: one fix when each code has one candidate, which the plan may take;
 * one for each candidate, for the agent to choose, when one code has several. Always to be confirmed.
 */
export function bopDrafts(bop: BopCell, candidates: ReadonlyMap<string, readonly string[]>): FixDraft[] {
  const lists = [...candidates.values()];
  const sole = lists.every((list) => list.length === 1);
  if (!sole && lists.length > 1) return [];
  const choices = sole
    ? [new Map([...candidates].map(([code, [first = code]]) => [code, first]))]
    : alternatives(candidates);
  return choices.flatMap((choice) => {
    const set = rewriteBop(bop, (code) => choice.get(code) ?? null);
    if (set === null) return [];
    const label = `Remplacer ${[...choice].map(([code, other]) => `${code} par ${other}`).join(', ')}`;
    return [{ label, safety: 'a-confirmer' as const, edits: [{ column: 'bop' as const, set }], horsPlan: !sole }];
  });
}

function alternatives(candidates: ReadonlyMap<string, readonly string[]>): Map<string, string>[] {
  return [...candidates].flatMap(([code, list]) => list.map((other) => new Map([[code, other]])));
}

/** The BOP cell with codes replaced, all else as it is written. */
function rewriteBop(bop: BopCell, other: (code: string) => string | null): string | null {
  const ecritures = bop.items.map(({ ecriture }) => ecriture);
  return rewriteList(
    bop.texte,
    ecritures,
    bop.items.map(({ code, ecriture }) => other(code) ?? ecriture),
  );
}
