import { acceptedBy, type Acceptance, type Diagnostic, type Resume } from '../../shared/lint';
import type { Opened } from './open';

/** A finding that somebody keeps, with the reason that the workbook holds. */
export interface Accepted {
  readonly diagnostic: Diagnostic;
  readonly acceptance: Acceptance;
}

/** The findings that the workbook says are accepted. None is sought where nothing was accepted: a long sheet tells its findings slowly. */
export function acceptedIn({ session, annexe, acceptances }: Opened): readonly Accepted[] {
  if (acceptances.length === 0) return [];
  return session.diagnostics().flatMap((diagnostic) => {
    const acceptance = acceptedBy(acceptances, annexe, diagnostic);
    return acceptance === undefined ? [] : [{ diagnostic, acceptance }];
  });
}

export const isOpen = ({ annexe, acceptances }: Opened, diagnostic: Diagnostic): boolean =>
  acceptances.length === 0 || acceptedBy(acceptances, annexe, diagnostic) === undefined;

/** How many findings are left to an agent, by severity. */
export function openResume(opened: Opened, accepted: readonly Accepted[] = acceptedIn(opened)): Resume {
  const resume = { ...opened.session.resume() };
  for (const { diagnostic } of accepted) resume[diagnostic.severity]--;
  return resume;
}
