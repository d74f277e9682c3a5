import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { formatNumber } from '../../text';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import type { Outil } from '../state/state';
import { AcceptedTool } from './AcceptedTool';
import { CadreTool } from './CadreTool';
import { CopyDiagnostic } from './CopyDiagnostic';
import { diagnosticText } from './diagnostic';
import { HelpTool } from './HelpTool';
import { HostTools } from './HostTools';
import { ImportTool } from './ImportTool';
import { JournalTool } from './JournalTool';
import { RulesTool } from './RulesTool';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    justifyContent: 'space-between',
    width: '100%',
    minHeight: '36px',
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
  pre: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0, fontSize: tokens.fontSizeBase200 },
});

const TITRES: Readonly<Record<Outil, string>> = {
  cadre: 'Cadre de l’annexe',
  import: 'Importer un texte',
  acceptes: 'Constats acceptés',
  journal: 'Journal et annulation',
  regles: 'Règles du contrôle',
  diagnostic: 'Diagnostic',
  aide: 'Aide',
};

/** Outils: only what this host can do; each entry opens in place. */
export function ToolsTab(): ReactElement {
  const { state, host } = usePane();
  const look = useLook();
  if (state.outil !== null) return <Tool outil={state.outil} />;
  return (
    <nav aria-label="Outils">
      <h2 className={look.title}>Feuille</h2>
      {state.bilan !== null && <Entry outil="cadre" told={String(state.bilan.millesime)} />}
      {host.addSheet !== undefined && <Entry outil="import" />}
      <HostTools />
      <h2 className={look.title}>Suivi</h2>
      <Entry outil="acceptes" told={formatNumber(state.acceptances.length)} />
      <Entry outil="journal" told={formatNumber(state.journal.steps.length)} />
      <Entry outil="regles" />
      <h2 className={look.title}>À propos</h2>
      <Entry outil="diagnostic" />
      <Entry outil="aide" />
    </nav>
  );
}

function Entry({ outil, told = '' }: { readonly outil: Outil; readonly told?: string }): ReactElement {
  const { commands } = usePane();
  const styles = useStyles();
  return (
    <button type="button" className={styles.entry} onClick={() => commands.outil(outil)}>
      <span>{TITRES[outil]}</span>
      <span>
        {told} <span aria-hidden="true">›</span>
      </span>
    </button>
  );
}

function Tool({ outil }: { readonly outil: Outil }): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [outil]);
  return (
    <div className={look.column}>
      <div className={look.between}>
        <h2 className={look.title} ref={heading} tabIndex={-1}>
          {TITRES[outil]}
        </h2>
        <Button size="small" onClick={() => commands.outil(null)}>
          Retour
        </Button>
      </div>
      <Content outil={outil} />
    </div>
  );
}

function Content({ outil }: { readonly outil: Outil }): ReactNode {
  const { state, hote, version } = usePane();
  const styles = useStyles();
  switch (outil) {
    case 'cadre':
      return <CadreTool />;
    case 'import':
      return <ImportTool />;
    case 'acceptes':
      return <AcceptedTool />;
    case 'journal':
      return <JournalTool />;
    case 'regles':
      return <RulesTool />;
    case 'aide':
      return <HelpTool />;
    case 'diagnostic':
      return (
        <>
          <pre className={styles.pre}>{diagnosticText(state, hote, version)}</pre>
          <CopyDiagnostic />
        </>
      );
  }
}
