/** A part of the page that holds the keyboard's focus, and how it takes it. */
export interface Place {
  readonly holds: (focused: Element) => boolean;
  readonly focus: () => void;
  /** It is not there for now: F6 goes past it. */
  readonly away?: () => boolean;
}

/**
 * F6 goes from the bar to the sheet to the pane, Shift+F6 back: in the cells, Tab moves from cell to cell and would never leave.
 * Answers what stops it.
 */
export function movesByF6(places: readonly Place[]): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    const here = places.findIndex(({ holds }) => holds(document.activeElement ?? document.body));
    const start = places.slice(Math.max(here, 0) + 1).concat(places.slice(0, Math.max(here, 0)));
    const others = event.shiftKey ? start.reverse() : start;
    others.find(({ away }) => away?.() !== true)?.focus();
  };
  // In the capture phase: the spreadsheet takes every key for itself.
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}

/** The place whose first control of this kind takes the focus. */
export function placeOf(selector: string, control: string): Place {
  const element = (): Element | null => document.querySelector(selector);
  return {
    holds: (focused) => element()?.contains(focused) === true,
    focus: () => element()?.querySelector<HTMLElement>(control)?.focus(),
    away: () => element()?.checkVisibility() !== true,
  };
}
