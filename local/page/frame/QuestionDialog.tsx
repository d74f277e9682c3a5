import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import type { Question } from './workState';

/** A question of the page. Escape gives the last answer, which changes nothing. */
export function QuestionDialog({ question }: { readonly question: Question | null }): ReactElement {
  // The words stay while the dialog closes; taken away at once, it would leave the page behind it hidden from screen readers.
  const last = useRef(question);
  if (question !== null) last.current = question;
  const { titre = '', phrases = [], choix = [] } = last.current ?? {};
  return (
    <Dialog open={question !== null} modalType="modal" onOpenChange={() => question?.answer(choix.length - 1)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{titre}</DialogTitle>
          <DialogContent>
            {phrases.map((phrase) => (
              <p key={phrase}>{phrase}</p>
            ))}
          </DialogContent>
          <DialogActions fluid>
            {choix.map((label, index) => (
              <Button
                key={label}
                appearance={index === 0 ? 'primary' : 'secondary'}
                onClick={() => question?.answer(index)}
              >
                {label}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
