import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** Keeps a finding as it is, with the reason: the reason is what a colleague reads next year. */
export function AcceptForm({ id }: { readonly id: string }): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const [motif, setMotif] = useState('');
  const [missing, setMissing] = useState(false);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (motif.trim() === '') setMissing(true);
    else void commands.accept(id, motif);
  }

  return (
    <form
      className={look.column}
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && commands.askAcceptance(null)}
    >
      <Field
        label="Motif de l’acceptation"
        hint="Gardé dans le classeur ; le constat revient si la cellule change."
        {...(missing && motif.trim() === ''
          ? { validationMessage: 'Le motif manque ; dites pourquoi la cellule reste ainsi.' }
          : {})}
      >
        <Textarea autoFocus rows={2} value={motif} onChange={(_, { value }) => setMotif(value)} />
      </Field>
      <div className={look.row}>
        <Button appearance="primary" type="submit">
          Accepter
        </Button>
        <Button onClick={() => commands.askAcceptance(null)}>Renoncer</Button>
      </div>
    </form>
  );
}
