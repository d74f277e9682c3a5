import { renderFunctionsJson } from '../../addin/functions/functionsJson';
import { renderFormules } from '../../shared/formulas/catalogue';
import { renderOfficeMembers } from './officeDoc';
import { renderRegles } from './reglesDoc';

/** A committed file that this repository makes from its other files. Only `npm run generate` writes it. */
export interface GeneratedFile {
  /** From the root of the repository. Has ".generated." in its name, unless somebody else imposes the name. */
  readonly path: string;
  make(): string | Uint8Array;
}

/** All of them. A test compares each with what its `make` gives now. */
export const GENERATED: readonly GeneratedFile[] = [
  { path: 'docs/regles.md', make: renderRegles },
  { path: 'docs/formules.md', make: renderFormules },
  { path: 'docs/office-membres.md', make: renderOfficeMembers },
  { path: 'addin/functions/functions.generated.json', make: renderFunctionsJson },
];
