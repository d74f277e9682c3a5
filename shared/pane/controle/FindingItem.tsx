import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { memo, useId, type ReactElement } from 'react';
import type { Finding } from '../checker/views';
import { GraviteIcon, graviteMot } from '../look/gravite';
import { usePaneTools } from '../paneContext';
import { FindingDetail } from './FindingDetail';

const useStyles = makeStyles({
  item: {
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border('2px', 'solid', 'transparent'),
    marginTop: '4px',
  },
  open: { ...shorthands.borderColor(tokens.colorBrandStroke1), backgroundColor: tokens.colorNeutralBackground2 },
  head: {
    display: 'flex',
    gap: '8px',
    width: '100%',
    padding: '6px 4px 6px 6px',
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { paddingTop: '3px' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  ref: { fontWeight: tokens.fontWeightSemibold },
  place: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  message: { display: 'block' },
  detail: { padding: '0 6px 8px 28px' },
});

interface Props {
  readonly finding: Finding;
  readonly open: boolean;
  /** Where the Tab key enters the list. */
  readonly stop: boolean;
}

export const FindingItem = memo(function FindingItem({ finding, open, stop }: Props): ReactElement {
  const { commands } = usePaneTools();
  const styles = useStyles();
  const detail = useId();
  return (
    <li className={mergeClasses(styles.item, open && styles.open)}>
      <button
        type="button"
        className={styles.head}
        data-finding={finding.id}
        tabIndex={stop ? 0 : -1}
        aria-expanded={open}
        aria-controls={open ? detail : undefined}
        onClick={() => void commands.open(open ? null : finding, true)}
      >
        <span className={styles.icon}>
          <GraviteIcon gravite={finding.gravite} />
        </span>
        <span className={styles.words}>
          {finding.ref !== '' && <span className={styles.ref}>{finding.ref} </span>}
          <span className={styles.place}>
            {finding.adresse} · {graviteMot(finding.gravite)}
          </span>
          <span className={styles.message}>{finding.message}</span>
        </span>
      </button>
      {open && (
        <div id={detail} className={styles.detail}>
          <FindingDetail finding={finding} />
        </div>
      )}
    </li>
  );
}, looksSame);

/** Each answer of the check is made of new objects: a closed finding that reads the same need not be drawn again. */
function looksSame(before: Props, after: Props): boolean {
  const a = before.finding;
  const b = after.finding;
  const closed = !before.open && !after.open && before.stop === after.stop;
  return closed && a.id === b.id && a.message === b.message && a.ref === b.ref && a.gravite === b.gravite;
}
