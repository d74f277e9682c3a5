import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { GroupeMesure } from '../../coverage';
import { NBSP, formatPercent } from '../../text';
import { More } from '../look/More';
import { PAGE } from '../state/state';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '10px' },
  words: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '10px' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  figure: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  svg: { display: 'block', width: '100%', height: '12px', marginTop: '3px' },
  // A drawing keeps its own colours when the system forces them: it is given the system's.
  track: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  filled: {
    fill: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
});

interface Props {
  readonly groupes: readonly GroupeMesure[];
  readonly titre: string;
}

/** One bar a group. The figures stand beside: the drawing adds nothing that cannot be read, so it is hidden from screen readers. */
export function Bars({ groupes, titre }: Props): ReactElement {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul className={styles.list} aria-label={titre}>
        {groupes.slice(0, shown).map(({ groupe, libelle, couverts, objectifs, taux }) => (
          <li key={groupe}>
            <div className={styles.words}>
              <span className={styles.name}>{/^\d+$/.test(groupe) ? `${groupe} ${libelle}` : libelle || groupe}</span>
              <span className={styles.figure}>
                {couverts}/{objectifs} ·{NBSP}
                {formatPercent(taux ?? 0)}
              </span>
            </div>
            <svg className={styles.svg} aria-hidden="true">
              <rect className={styles.track} x="0.5" y="0.5" width="99.5%" height="11" strokeWidth="1" />
              <rect className={styles.filled} x="0.5" y="0.5" width={`${99.5 * (taux ?? 0)}%`} height="11" />
            </svg>
          </li>
        ))}
      </ul>
      <More shown={Math.min(shown, groupes.length)} total={groupes.length} more={() => setShown(shown + PAGE)} />
    </>
  );
}
