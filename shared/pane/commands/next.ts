import type { Finding } from '../checker/views';
import type { Store } from '../state/store';

/** The findings of the list, in its order. */
export const listed = (store: Store): readonly Finding[] =>
  (store.state().page?.groups ?? []).flatMap(({ findings }) => findings);

/** The finding that followed `id` in the list, among those that are left; else the one that took its place. */
export function nextOf(before: readonly Finding[], id: string, after: readonly Finding[]): Finding | null {
  const place = before.findIndex((finding) => finding.id === id);
  const left = new Map(after.map((finding) => [finding.id, finding]));
  const following = before.slice(place + 1).find((finding) => left.has(finding.id));
  return (following && left.get(following.id)) ?? after[Math.min(Math.max(place, 0), after.length - 1)] ?? null;
}
