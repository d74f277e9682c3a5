import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** The text of a PDF, or a table copied from elsewhere, put in a sheet of its own. */
export function ImportTool(): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const [texte, setTexte] = useState('');
  const [missing, setMissing] = useState(false);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (texte.trim() === '') setMissing(true);
    else void commands.importText(texte);
  }

  return (
    <form className={look.column} onSubmit={onSubmit}>
      <Field
        label="Texte de l’annexe"
        hint="Une ligne par ligne du tableau, colonnes séparées par des tabulations. La feuille ouverte ne change pas."
        {...(missing && texte.trim() === '' ? { validationMessage: 'Le texte manque ; collez-le ici.' } : {})}
      >
        <Textarea rows={8} value={texte} onChange={(_, { value }) => setTexte(value)} />
      </Field>
      <Button appearance="primary" type="submit">
        Importer dans une nouvelle feuille
      </Button>
    </form>
  );
}
