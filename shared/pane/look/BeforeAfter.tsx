import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatAddress, textOf, type Edit } from '../../sheet';
import { useLook } from './styles';

const useStyles = makeStyles({
  box: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: '180px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: '4px 8px',
  },
  before: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorStatusDangerBackground1 },
  after: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
  },
  address: { color: tokens.colorNeutralForeground2 },
});

/** Values of several lines stand one under the other: the end of one would read as the beginning of the next. */
const isLong = ({ expect, set }: Edit): boolean => [expect, set].some((value) => textOf(value).includes('\n'));

/** What a correction changes, cell by cell: crossed out, then the new value. Words tell it to those who do not see it. */
export function BeforeAfter({ edits }: { readonly edits: readonly Edit[] }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={styles.box} tabIndex={longest(edits) > 300 ? 0 : undefined} role="group" aria-label="Avant, après">
      {edits.map((edit) => {
        const { at, expect, set } = edit;
        return (
          <div key={`${at.row}:${at.column}`}>
            {edits.length > 1 && <span className={styles.address}>{formatAddress(at.row, at.column)} </span>}
            <span className={look.hidden}>avant : </span>
            <del className={styles.before}>{textOf(expect) || '(vide)'}</del>
            <span aria-hidden="true">{isLong(edit) ? '\n→\n' : ' → '}</span>
            <span className={look.hidden}>, après : </span>
            <ins className={styles.after}>{textOf(set) || '(vide)'}</ins>
          </div>
        );
      })}
    </div>
  );
}

const longest = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { expect, set }) => sum + textOf(expect).length + textOf(set).length, 0);
