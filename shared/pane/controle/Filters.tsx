import { Button, SearchBox, Select, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { GRAVITES } from '../../lint';
import { NBSP, formatNumber, plural } from '../../text';
import { GraviteIcon, graviteMots } from '../look/gravite';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  count: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 'fit-content',
    paddingLeft: '4px',
    paddingRight: '4px',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    '& .fui-Button__icon': { width: '14px', height: '14px', marginRight: '5px' },
  },
  on: {
    ...shorthands.border('2px', 'solid', tokens.colorBrandStroke1),
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  off: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  search: { flexGrow: 1, flexBasis: '130px', minWidth: 0, maxWidth: 'none' },
  by: { flexBasis: '118px', flexShrink: 0 },
});

/** Which findings are in the list: by severity, by words, grouped by section or by rule; and the whole repair plan. */
export function Filters(): ReactElement {
  const { state, commands } = usePane();
  const { query, bilan } = state;
  const styles = useStyles();
  const look = useLook();
  const [texte, setTexte] = useState(query.texte);
  const ready = state.phase.kind === 'pret';
  const steps = bilan?.corrigeables ?? null;
  return (
    <div className={look.column}>
      <div className={styles.counts} role="group" aria-label="Gravités affichées">
        {GRAVITES.map((gravite) => {
          const on = query.gravites.includes(gravite);
          const count = bilan?.resume[gravite] ?? 0;
          return (
            <Button
              key={gravite}
              className={mergeClasses(styles.count, on ? styles.on : styles.off)}
              icon={<GraviteIcon gravite={gravite} />}
              aria-pressed={on}
              aria-label={plural(count, gravite)}
              onClick={() => void commands.gravite(gravite)}
            >
              {formatNumber(count)}
              {NBSP}
              {graviteMots(gravite, count)}
            </Button>
          );
        })}
      </div>
      <div className={look.row}>
        <SearchBox
          className={styles.search}
          aria-label="Rechercher dans les constats"
          placeholder="Rechercher…"
          value={texte}
          onChange={(_, { value }) => {
            setTexte(value);
            void commands.query({ texte: value });
          }}
        />
        <Select
          className={styles.by}
          aria-label="Grouper les constats"
          value={query.par}
          onChange={(_, { value }) => void commands.query({ par: value === 'regle' ? 'regle' : 'section' })}
        >
          <option value="section">Par section</option>
          <option value="regle">Par règle</option>
        </Select>
      </div>
      {ready && steps !== 0 && (
        <Button appearance="primary" onClick={() => void commands.plan(true)}>
          Tout corriger…{steps === null ? '' : ` (${plural(steps, 'correction')})`}
        </Button>
      )}
    </div>
  );
}
