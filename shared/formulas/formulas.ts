import { ANOMALIES } from './anomalies';
import { CIBLE } from './cible';
import { CONTROLE } from './controle';
import { COUVERTURE } from './couverture';
import { MANQUANTS } from './manquants';
import { PROGRAMME } from './programme';
import { REF } from './ref';
import { SERVICES } from './services';
import type { Formula, FormulaSpec } from './specification';
import { SYNTHESE } from './synthese';

/** Every formula, in the order of the documentation. A new formula is a file and a line here. */
export const FORMULAS: readonly Formula[] = [
  COUVERTURE,
  SYNTHESE,
  MANQUANTS,
  ANOMALIES,
  CONTROLE,
  SERVICES,
  PROGRAMME,
  REF,
  CIBLE,
];

/** What functions.json, the Apps Script stubs, the local sheet and the documentation are generated from. */
export const SPECIFICATION: readonly FormulaSpec[] = FORMULAS.map((formula) => formula.spec);
