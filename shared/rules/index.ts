import type { Rule } from '../lint';
import { bopEcriture } from './bop-ecriture';
import { partenaireADefinir } from './partenaire-a-definir';
import { refHorsAxe } from './ref-hors-axe';

/** Every rule, in the order of the catalogue. One line a rule. */
export const RULES: readonly Rule[] = [refHorsAxe, bopEcriture, partenaireADefinir];
