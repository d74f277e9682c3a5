import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { CHAMP_NOUNS } from '../../coverage';
import { formatNumber } from '../../text';
import type { CoverageView } from '../checker/views';
import { More } from '../look/More';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { PAGE } from '../state/state';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '8px',
    width: '100%',
    minHeight: '32px',
    padding: 0,
    alignItems: 'center',
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    textAlign: 'left',
    ':hover': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  number: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

/** The objectives that lack the field; each leads to its cell. */
export function Missing({ view }: { readonly view: CoverageView }): ReactElement | null {
  const { commands } = usePane();
  const look = useLook();
  const styles = useStyles();
  if (view.nombreManquants === 0) return null;
  return (
    <section>
      <h3 className={look.title}>
        Sans {CHAMP_NOUNS[view.champ].replace(/^une? /, '')} — {formatNumber(view.nombreManquants)}
      </h3>
      <ul className={look.list}>
        {view.manquants.map(({ cell, ref, numero, adresse }) => (
          <li key={adresse}>
            <button type="button" className={styles.line} onClick={() => void commands.goTo(cell)}>
              <span>{ref || '(sans référence)'}</span>
              <span className={styles.number}>ligne {numero}</span>
            </button>
          </li>
        ))}
      </ul>
      <More
        shown={view.manquants.length}
        total={view.nombreManquants}
        more={() => void commands.measure({ limite: view.manquants.length + PAGE })}
      />
    </section>
  );
}
