import type { Acceptance, Gravite } from '../../lint';
import type { CellRef, Unseen } from '../../sheet';
import { NBSP } from '../../text';
import type { Finding, FindingQuery } from '../checker/views';
import { applyEdits } from './apply';
import { acceptFinding, refresh, reopenFinding } from './check';
import { enqueue, fail, type Context } from './context';
import { listed, nextOf } from './next';

/** Wait after the last key before searching. */
const TYPING_MS = 150;

/** What an agent does in the list of findings. */
export interface FindingCommands {
  query(query: Partial<FindingQuery>): Promise<void>;
  gravite(gravite: Gravite): Promise<void>;
  /** Opens a finding and shows its cell; null closes. `focus`: the agent's own act, which may move the keyboard's focus. */
  open(finding: Finding | null, focus?: boolean): Promise<void>;
  /** Applies a correction and goes to the next finding. */
  fix(finding: Finding, choice?: number): Promise<void>;
  askAcceptance(id: string | null): void;
  accept(id: string, motif: string): Promise<void>;
  reopen(acceptance: Acceptance): Promise<void>;
  show(at: CellRef): Promise<void>;
  /** What was said of a hidden cell was read. */
  closeUnseen(): void;
}

export function createFindingCommands(context: Context): FindingCommands {
  const { host, store } = context;
  const { dispatch } = store;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** The cell that was asked for last is the one that is spoken of. */
  let asked = 0;

  /** Showing a cell waits for nothing: it is not part of the queue. */
  async function show(at: CellRef): Promise<void> {
    try {
      const own = ++asked;
      const unseen = await host.reveal(at);
      if (own === asked) tellUnseen(context, at, unseen);
    } catch (error) {
      fail(context, error, 'l’affichage de la cellule');
    }
  }

  const closeUnseen = (): void => {
    asked++;
    dispatch({ type: 'masquee', masquee: null });
  };

  async function open(finding: Finding | null, focus = false): Promise<void> {
    dispatch({ type: 'constat', id: finding?.id ?? null, focus });
    if (finding !== null) await show(finding.cell);
    else closeUnseen();
  }

  /** Does something to a finding, then opens the one that follows; stays there when it could not be done. */
  async function andNext(id: string, tache: string, work: () => Promise<void>): Promise<void> {
    const before = listed(store);
    let done = false;
    await enqueue(context, tache, async () => {
      await work();
      done = true;
    });
    if (done) await open(nextOf(before, id, listed(store)), true);
  }

  return {
    query(query) {
      dispatch({ type: 'demande', query });
      clearTimeout(typing);
      const again = (): Promise<void> => enqueue(context, 'la recherche', () => refresh(context));
      if (query.texte === undefined) return again();
      return new Promise((resolve) => void (typing = setTimeout(() => void again().then(resolve), TYPING_MS)));
    },
    gravite(gravite) {
      dispatch({ type: 'gravite', gravite });
      return enqueue(context, 'le tri', () => refresh(context));
    },
    open,
    async fix(finding, choice = 0) {
      const correction = finding.corrections[choice];
      if (correction === undefined) return;
      const label = `${finding.ref || finding.adresse}${NBSP}: ${correction.label}`;
      await andNext(finding.id, 'la correction', () => applyEdits(context, { label, edits: correction.edits }));
    },
    askAcceptance: (id) => dispatch({ type: 'accepter', id }),
    accept: (id, motif) => andNext(id, 'l’acceptation', () => acceptFinding(context, id, motif)),
    reopen: (acceptance) => enqueue(context, 'le retrait de l’acceptation', () => reopenFinding(context, acceptance)),
    show,
    closeUnseen,
  };
}

/** A hidden cell is said, aloud too: the agent would look for it in vain. */
function tellUnseen({ store }: Context, at: CellRef, unseen: Unseen | null): void {
  store.dispatch({ type: 'masquee', masquee: unseen && { ...unseen, at } });
  if (unseen !== null) store.dispatch({ type: 'annonce', texte: `${unseen.fact} ${unseen.cure}` });
}
