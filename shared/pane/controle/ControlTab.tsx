import type { ReactElement } from 'react';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { AgainNotice, Checking, FirstOpening, Stopped, Waiting } from './Checking';
import { FindingList } from './FindingList';
import { Filters } from './Filters';
import { LastDone } from './LastDone';
import { NotAnnexe } from './NotAnnexe';
import { NothingFound } from './NothingFound';
import { PlanPanel } from './PlanPanel';

/** Contrôle: what was checked, what was found, and what to do about it. */
export function ControlTab(): ReactElement {
  const { state } = usePane();
  const look = useLook();
  const { phase, bilan, page, plan } = state;
  if (phase.kind === 'accueil') return <FirstOpening />;
  if (phase.kind === 'interrompu') return <Stopped />;
  if (phase.kind === 'pas-une-annexe') return <NotAnnexe raison={phase.raison} compris={phase.compris} />;
  if (plan !== null) return <PlanPanel plan={plan} />;
  return (
    <div className={look.column}>
      {phase.kind === 'verification' && <Checking done={phase.done} total={phase.total} />}
      {state.preparation && <Waiting sentence="Préparation du plan de correction…" />}
      {state.stale && phase.kind === 'pret' && <AgainNotice />}
      {bilan !== null && page !== null && (
        <>
          <Filters />
          <LastDone />
          {page.total === 0 ? <NothingFound bilan={bilan} query={state.query} /> : <FindingList page={page} />}
        </>
      )}
    </div>
  );
}
