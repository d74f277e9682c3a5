import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatAddress } from '../../sheet';
import { NBSP, quote } from '../../text';
import { BeforeAfter } from '../look/BeforeAfter';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** The frame that the annexe is read in: its titles say it, for the pane, the formulas and the command line alike. */
export function CadreTool(): ReactElement | null {
  const { state, commands } = usePane();
  const look = useLook();
  const { bilan, cadre } = state;
  if (bilan === null) return null;
  const recent = bilan.millesime === 2024;
  const action = recent ? 'Revenir au cadre de 2015' : 'Passer au cadre de 2024';
  return (
    <>
      <p className={look.text}>
        L’annexe est lue dans le cadre de {recent ? '2024 (Quartiers 2030)' : '2015'}
        {NBSP}: ses programmes et ses services sont ceux de cette année-là.
      </p>
      <p className={look.text}>
        Les titres de la feuille en décident{NBSP}: le cadre est celui de 2024 quand l’un d’eux parle de{' '}
        {quote('Quartiers 2030')} ou d’une période comme 2024-2030, et sinon celui de 2015.
      </p>
      {cadre === null ? (
        <p className={look.text}>
          {recent
            ? 'Pour revenir au cadre de 2015, corrigez le titre qui parle de cette période.'
            : `Pour passer au cadre de 2024, écrivez ${quote('Quartiers 2030')} dans un titre, seul sur sa ligne, au-dessus du tableau.`}
        </p>
      ) : (
        <>
          <span className={look.muted}>Titre en {formatAddress(cadre.at.row, cadre.at.column)}</span>
          <BeforeAfter edits={[cadre]} />
          <div className={look.row}>
            <Button appearance="primary" onClick={() => void commands.apply({ label: action, edits: [cadre] })}>
              {action}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
