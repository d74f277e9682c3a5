import { Button, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { usePane } from '../paneContext';
import { diagnosticText } from './diagnostic';

/** Copies the diagnostic; where the browser forbids it, shows the text to be copied by hand. */
export function CopyDiagnostic(): ReactElement {
  const { state, hote, version } = usePane();
  const [said, setSaid] = useState<'copie' | 'refus' | null>(null);
  const text = diagnosticText(state, hote, version);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copie');
    } catch {
      setSaid('refus');
    }
  }

  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        Copier le diagnostic
      </Button>
      <span role="status">{said === 'copie' ? 'Diagnostic copié.' : ''}</span>
      {said === 'refus' && (
        <Textarea readOnly aria-label="Diagnostic à copier" rows={6} value={text} style={{ width: '100%' }} />
      )}
    </>
  );
}
