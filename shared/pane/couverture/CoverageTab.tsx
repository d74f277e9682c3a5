import { Button, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { CHAMPS, CHAMP_NOUNS, GROUPEMENTS, type Champ, type Groupement } from '../../coverage';
import { COLUMN_LABELS } from '../../annexe';
import { NBSP, formatPercent, plural } from '../../text';
import type { CoverageView } from '../checker/views';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { Bars } from './Bars';
import { Missing } from './Missing';

const useStyles = makeStyles({
  share: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  choice: { flexGrow: 1, flexBasis: '120px', minWidth: 0 },
});

const PAR: Readonly<Record<Groupement, string>> = {
  pilier: 'Par pilier',
  axe: 'Par axe',
  bop: 'Par BOP',
  service: 'Par service',
};

/** Couverture: how many objectives fill a field, where, and which ones do not. */
export function CoverageTab(): ReactElement {
  const { state, commands } = usePane();
  const look = useLook();
  const styles = useStyles();
  const { champ, par } = state.coverageQuery;
  if (state.bilan === null)
    return <p className={look.text}>Pas encore de contrôle{NBSP}; lancez-le dans l’onglet Contrôle.</p>;
  return (
    <div className={look.column}>
      <div className={look.row}>
        <Select
          className={styles.choice}
          aria-label="Champ mesuré"
          value={champ}
          onChange={(_, { value }) => void commands.measure({ champ: oneOf(CHAMPS, value, champ) })}
        >
          {CHAMPS.map((other: Champ) => (
            <option key={other} value={other}>
              {COLUMN_LABELS[other]}
            </option>
          ))}
        </Select>
        <Select
          className={styles.choice}
          aria-label="Regroupement"
          value={par}
          onChange={(_, { value }) => void commands.measure({ par: oneOf(GROUPEMENTS, value, par) })}
        >
          {GROUPEMENTS.map((other) => (
            <option key={other} value={other}>
              {PAR[other]}
            </option>
          ))}
        </Select>
      </div>
      {state.coverage !== null && <Measured view={state.coverage} />}
    </div>
  );
}

function Measured({ view }: { readonly view: CoverageView }): ReactElement {
  const { host, commands } = usePane();
  const look = useLook();
  const styles = useStyles();
  const { total, champ, par, impossible } = view;
  if (impossible !== null) return <p className={look.text}>{impossible}</p>;
  if (total.taux === null) return <p className={look.text}>{total.message}</p>;
  const formula = champ === 'indicateur' ? '=ANNEXE.COUVERTURE()' : `=ANNEXE.COUVERTURE(,"${champ}")`;
  return (
    <div className={look.column}>
      <div>
        <p className={styles.share}>{formatPercent(total.taux)}</p>
        <p className={look.muted}>
          {plural(total.couverts, 'objectif')} sur {total.objectifs} {total.couverts < 2 ? 'a' : 'ont'}{' '}
          {CHAMP_NOUNS[champ]}.
        </p>
      </div>
      <Bars groupes={view.groupes} titre={`${COLUMN_LABELS[champ]}, ${PAR[par].toLowerCase()}`} />
      {(par === 'bop' || par === 'service') && (
        <p className={look.muted}>Un objectif compte dans chacun de ses {par === 'bop' ? 'BOP' : 'services'}.</p>
      )}
      <Missing view={view} />
      <div className={look.row}>
        {host.insertFormula !== undefined && (
          <Button onClick={() => void commands.insertFormula(formula)}>Insérer la formule</Button>
        )}
        {host.createDashboard !== undefined && (
          <Button onClick={() => void commands.createDashboard()}>Créer le tableau de bord</Button>
        )}
      </div>
    </div>
  );
}

const oneOf = <T extends string>(list: readonly T[], value: string, or: T): T =>
  list.find((item) => item === value) ?? or;
