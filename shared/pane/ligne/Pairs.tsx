import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLook } from '../look/styles';
import type { RowCard } from '../checker/views';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '4px 6px 4px 0',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  service: { width: '38%' },
  head: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
});

/** The pairs of the row, by position; a missing half is said in words. */
export function Pairs({ card }: { readonly card: RowCard }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  if (card.paires.length === 0) return <p className={look.text}>Ni BOP ni service sur cette ligne.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
            BOP
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.service)}>
            Service
          </th>
        </tr>
      </thead>
      <tbody>
        {card.paires.map(({ bop, intitule, service }, place) => (
          <tr key={place}>
            <th scope="row" className={styles.cell}>
              {bop ?? 'BOP manquant'} <span className={look.muted}>{intitule}</span>
            </th>
            <td className={styles.cell}>{service ?? 'service manquant'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
