import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { NBSP, quote } from '../text';
import { useLook } from './look/styles';
import { usePane } from './paneContext';

/** The agent went to another sheet than the one that was checked: the pane says so, and checks that one when asked. */
export function OtherSheet(): ReactElement | null {
  const { state, commands } = usePane();
  const look = useLook();
  const { selection, bilan } = state;
  if (selection === null || bilan === null || selection.sheet === bilan.feuille) return null;
  return (
    <section className={look.between} aria-label="Autre feuille">
      <p className={look.muted}>
        Vous êtes dans la feuille {quote(selection.sheet, 40)}
        {NBSP}; le volet parle de {quote(bilan.feuille, 40)}.
      </p>
      <Button className={look.small} size="small" onClick={() => void commands.checkSheetNamed(selection.sheet)}>
        Contrôler celle-ci
      </Button>
    </section>
  );
}
