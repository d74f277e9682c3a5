import { Button, ToggleButton, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import type { Work } from './work';
import type { WorkState } from './workState';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 8px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  file: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  fresh: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  button: { minWidth: 'auto' },
});

export interface BarProps {
  readonly work: Work;
  readonly state: WorkState;
  readonly withPane: boolean;
  readonly onPane: (shown: boolean) => void;
}

const READ = '.xlsx,.xlsm,.csv,.tsv,.txt';

/** Which file this is, whether it is saved, and what can be done with it. */
export function Bar({ work, state, withPane, onPane }: BarProps): ReactElement {
  const styles = useStyles();
  const { opened, annulable, retablissable } = state;
  return (
    <section className={`bar ${styles.bar}`} aria-label="Classeur">
      <div className={styles.file}>
        <p className={styles.name}>{opened?.name ?? 'Annexe'}</p>
        <p className={styles.fresh} role="status">
          {freshness(state)}
        </p>
      </div>
      <FileButtons work={work} state={state} />
      <div className={styles.buttons} role="group" aria-label="Tableau">
        <Button className={styles.button} appearance="subtle" disabled={!annulable} onClick={work.undo}>
          Défaire
        </Button>
        <Button className={styles.button} appearance="subtle" disabled={!retablissable} onClick={work.redo}>
          Refaire
        </Button>
        <ToggleButton
          className={styles.button}
          appearance="subtle"
          checked={withPane}
          onClick={() => onPane(!withPane)}
        >
          Volet
        </ToggleButton>
      </div>
    </section>
  );
}

function FileButtons({ work, state: { opened } }: Pick<BarProps, 'work' | 'state'>): ReactElement {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.buttons} role="group" aria-label="Fichier">
      <input
        ref={chooser}
        type="file"
        accept={READ}
        hidden
        aria-label="Fichier à ouvrir"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void work.openFile(file);
        }}
      />
      <Button className={styles.button} onClick={() => chooser.current?.click()}>
        Ouvrir
      </Button>
      <Button
        className={styles.button}
        appearance="primary"
        disabled={opened === null}
        onClick={() => void work.saveXlsx()}
      >
        Enregistrer
      </Button>
      <Tooltip content="Enregistre les valeurs de la feuille affichée" relationship="description">
        <Button className={styles.button} disabled={opened === null} onClick={() => void work.saveCsv()}>
          Enregistrer en .csv
        </Button>
      </Tooltip>
    </div>
  );
}

function freshness({ opened, modifie, garde, lecture, exemple }: WorkState): string {
  if (lecture !== null || opened === null) return 'Ouverture…';
  if (!modifie) return exemple ? 'Annexe d’exemple, telle quelle' : 'Aucune modification à enregistrer';
  return garde ? 'Modifié, non enregistré ; gardé dans ce navigateur' : 'Modifié, non enregistré';
}
