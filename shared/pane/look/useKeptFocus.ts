import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * A button that goes away with what it closed would leave the keyboard at the top of the page. Returns what notes where the focus
 * was; after each drawing, when that place is gone and nobody else took the focus, `panel` gets it.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const last = useRef<Element | null>(null);
  // Without a list of what it depends on: any drawing may take the place away.
  useEffect(() => {
    const lost = last.current !== null && !last.current.isConnected;
    if (!lost) return;
    last.current = null;
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  });
  return ({ target }) => void (last.current = target);
}
