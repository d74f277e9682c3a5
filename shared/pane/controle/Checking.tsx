import { Button, ProgressBar } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { NBSP, formatNumber, plural } from '../../text';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** The very first sight: what the pane does, and the one thing to press. */
export function FirstOpening(): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  return (
    <div className={look.column}>
      <p className={look.text}>
        Ce volet relit l’annexe du contrat de ville cellule par cellule{NBSP}: références, BOP, services, indicateurs,
        cibles.
      </p>
      <p className={look.text}>Il propose des corrections. Rien n’est écrit sans votre accord, tout s’annule.</p>
      <Button appearance="primary" onClick={() => void commands.check()}>
        Contrôler
      </Button>
    </div>
  );
}

export function Stopped(): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  return (
    <div className={look.column}>
      <p className={look.text}>Contrôle interrompu. Rien n’a été modifié.</p>
      <Button appearance="primary" onClick={() => void commands.check()}>
        Contrôler
      </Button>
    </div>
  );
}

export function AgainNotice(): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  return (
    <div className={look.between}>
      <p className={look.text}>La feuille a changé.</p>
      <Button size="small" onClick={() => void commands.check()}>
        Revérifier
      </Button>
    </div>
  );
}

/** Reading has a measure; judging the rows that were read has none, and is not given a false one. */
export function Checking({ done, total }: { readonly done: number; readonly total: number }): ReactElement {
  const reading = total === 0 || done < total;
  const sentence =
    total === 0
      ? 'Lecture de la feuille…'
      : reading
        ? `Lecture${NBSP}: ${formatNumber(done)} lignes sur ${formatNumber(total)}`
        : `Contrôle de ${plural(total, 'ligne')}…`;
  return <Waiting sentence={sentence} {...(total > 0 && reading ? { share: done / total } : {})} />;
}

/** What is being done, how far it is when that is known (0–1), and the way to stop it. */
export function Waiting({ sentence, share }: { readonly sentence: string; readonly share?: number }): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const label = useId();
  return (
    <div className={look.column}>
      <div className={look.between}>
        <span id={label}>{sentence}</span>
        <Button size="small" onClick={commands.interrupt}>
          Interrompre
        </Button>
      </div>
      <ProgressBar aria-labelledby={label} max={1} {...(share === undefined ? {} : { value: share })} />
    </div>
  );
}
