import type { Rule } from '../lint';
import { appariementInhabituel } from './appariement-inhabituel';
import { appariementNombre } from './appariement-nombre';
import { appariementOrdre } from './appariement-ordre';
import { bopEcriture } from './bop-ecriture';
import { bopHorsLolf } from './bop-hors-lolf';
import { bopInconnu } from './bop-inconnu';
import { bopManquant } from './bop-manquant';
import { bopMillesime } from './bop-millesime';
import { bopRepete } from './bop-repete';
import { cibleAmbigue } from './cible-ambigue';
import { cibleFormat } from './cible-format';
import { cibleHorsBornes } from './cible-hors-bornes';
import { cibleIllisible } from './cible-illisible';
import { cibleManquante } from './cible-manquante';
import { cibleMultiple } from './cible-multiple';
import { cibleSansIndicateur } from './cible-sans-indicateur';
import { colonneManquante } from './colonne-manquante';
import { indicateurDoublon } from './indicateur-doublon';
import { indicateurManquant } from './indicateur-manquant';
import { indicateurMultiple } from './indicateur-multiple';
import { indicateurNonSexue } from './indicateur-non-sexue';
import { indicateurRenvoi } from './indicateur-renvoi';
import { ligneOrpheline } from './ligne-orpheline';
import { objectifManquant } from './objectif-manquant';
import { parentheses } from './parentheses';
import { partenaireADefinir } from './partenaire-a-definir';
import { refDoublon } from './ref-doublon';
import { refFormat } from './ref-format';
import { refHorsAxe } from './ref-hors-axe';
import { refHorsPilier } from './ref-hors-pilier';
import { refJoker } from './ref-joker';
import { refLettre } from './ref-lettre';
import { refManquante } from './ref-manquante';
import { refSequence } from './ref-sequence';
import { sectionInconnue } from './section-inconnue';
import { sectionVide } from './section-vide';
import { serviceEcriture } from './service-ecriture';
import { serviceInconnu } from './service-inconnu';
import { serviceManquant } from './service-manquant';
import { serviceMillesime } from './service-millesime';
import { sigleQp } from './sigle-qp';
import { texteEspaces } from './texte-espaces';

/** Every rule, in the order of the catalogue. One line a rule. */
export const RULES: readonly Rule[] = [
  colonneManquante,
  sectionInconnue,
  sectionVide,
  objectifManquant,
  ligneOrpheline,
  refManquante,
  refLettre,
  refFormat,
  refJoker,
  refHorsAxe,
  refHorsPilier,
  refDoublon,
  refSequence,
  bopManquant,
  bopEcriture,
  bopInconnu,
  bopHorsLolf,
  bopRepete,
  bopMillesime,
  serviceManquant,
  serviceEcriture,
  serviceInconnu,
  serviceMillesime,
  appariementNombre,
  appariementInhabituel,
  appariementOrdre,
  partenaireADefinir,
  indicateurManquant,
  indicateurRenvoi,
  indicateurMultiple,
  indicateurDoublon,
  indicateurNonSexue,
  cibleFormat,
  cibleMultiple,
  cibleIllisible,
  cibleSansIndicateur,
  cibleManquante,
  cibleHorsBornes,
  cibleAmbigue,
  texteEspaces,
  sigleQp,
  parentheses,
];
