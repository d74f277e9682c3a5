import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { formatNumber, plural } from '../../text';
import type { Finding, FindingPage } from '../checker/views';
import { More } from '../look/More';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { PAGE } from '../state/state';
import { FindingItem } from './FindingItem';

/** The findings, worst first. One stop of the Tab key; arrows move in it. */
export function FindingList({ page }: { readonly page: FindingPage }): ReactElement {
  const { state, commands } = usePane();
  const look = useLook();
  const list = useRef<HTMLDivElement>(null);
  const all = page.groups.flatMap(({ findings }) => findings);
  const entry = all.find(({ id }) => id === (state.opened ?? state.focus)) ?? all[0];

  const headOf = (id: string): HTMLElement | null =>
    [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])].find(
      (head) => head.dataset['finding'] === id,
    ) ?? null;

  // The focus follows the agent's own act (a correction, a move), never the sheet's changes.
  useEffect(() => {
    if (state.focus !== null) headOf(state.focus)?.focus();
  }, [state.focus, state.opened]);

  function onKeyDown(event: KeyboardEvent): void {
    const head = event.target instanceof HTMLElement ? event.target.dataset['finding'] : undefined;
    const place = all.findIndex(({ id }) => id === head);
    const finding = all[place];
    if (finding === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOf(event.key, finding, all, place);
    if (act === null) return;
    event.preventDefault();
    act();
  }

  function actOf(key: string, finding: Finding, findings: readonly Finding[], place: number): (() => void) | null {
    const move =
      (to: number): (() => void) =>
      () =>
        headOf(findings[to]?.id ?? '')?.focus();
    const isOpen = state.opened === finding.id;
    switch (key) {
      case 'ArrowDown':
        return move(place + 1);
      case 'ArrowUp':
        return move(place - 1);
      case 'Home':
        return move(0);
      case 'End':
        return move(findings.length - 1);
      case 'Enter':
        return () => void (isOpen ? correct(finding) : commands.open(finding, true));
      case 'Escape':
        return isOpen ? () => void commands.open(null) : null;
      case 'a':
      case 'A':
        return () => commands.askAcceptance(finding.id);
      case 'z':
      case 'Z':
        return () => void commands.undoLast();
      default:
        return null;
    }
  }

  /** Entrée corrects when there is one correction; when there are several, the agent chooses. */
  function correct(finding: Finding): Promise<void> | void {
    if (finding.corrections.length === 1) return commands.fix(finding);
    const item = headOf(finding.id)?.closest('li');
    item?.querySelector<HTMLElement>('[data-choice]')?.focus();
  }

  return (
    <div ref={list} className={look.column} onKeyDown={onKeyDown}>
      {page.groups.map((group) => (
        <section key={group.key}>
          <h3 className={look.title}>
            {group.titre} — {group.findings.length < group.total ? `${formatNumber(group.findings.length)} sur ` : ''}
            {plural(group.total, 'constat')}
          </h3>
          <ul className={look.list}>
            {group.findings.map((finding) => (
              <FindingItem
                key={finding.id}
                finding={finding}
                open={state.opened === finding.id}
                stop={finding === entry}
              />
            ))}
          </ul>
        </section>
      ))}
      <More
        shown={page.shown}
        total={page.total}
        more={() => void commands.query({ limite: state.query.limite + PAGE, texte: state.query.texte })}
      />
    </div>
  );
}
