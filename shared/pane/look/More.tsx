import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatNumber } from '../../text';
import { useLook } from './styles';

/** The end of a list that shows its first items: how many of how many, and the way to the rest. */
export function More(props: {
  readonly shown: number;
  readonly total: number;
  readonly more: () => void;
}): ReactElement | null {
  const look = useLook();
  if (props.shown >= props.total) return null;
  return (
    <div className={look.between}>
      <span className={look.muted}>
        {formatNumber(props.shown)} sur {formatNumber(props.total)}
      </span>
      <Button size="small" onClick={props.more}>
        Afficher la suite
      </Button>
    </div>
  );
}
