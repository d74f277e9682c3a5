import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatPercent, quote } from '../../../shared/text';
import type { Work } from './work';
import type { WorkState } from './workState';

const useStyles = makeStyles({
  reading: { display: 'flex', alignItems: 'center', gap: '12px', padding: '6px 12px' },
  grow: { flexGrow: 1 },
});

/** What happened to the file: read, refused, found again, saved. */
export function Messages({
  work,
  state: { lecture, message },
}: {
  readonly work: Work;
  readonly state: WorkState;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className="messages">
      {lecture !== null && lecture.done > 0 && (
        <div className={styles.reading}>
          <span>
            Lecture de {quote(lecture.name, 60)}, {formatPercent(lecture.done, 0)}
          </span>
          <ProgressBar className={styles.grow} value={lecture.done} aria-label="Lecture du fichier" />
          {lecture.arretable && (
            <Button size="small" onClick={work.interrupt}>
              Interrompre
            </Button>
          )}
        </div>
      )}
      {message !== null && (
        <MessageBar intent={message.ton}>
          <MessageBarBody>{message.texte}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={work.closeMessage}>
              Fermer
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
