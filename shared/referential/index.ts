/** The dated referential: programmes, services, pillars. Data comes from seeds/, passed in by whoever composes. */
export * from './cadre';
export * from './cadres';
export { isStale, sameContentAt } from './contenu';
export * from './gestion';
export { findService, type ServiceMatch } from './match';
export * from './millesime';
export { editDistance } from './nearest';
export { indexReferential, type Donnees } from './indexReferential';
export { parseDonnees, parseReferential } from './parse';
export {
  intituleAt,
  type Confiance,
  type Gestion,
  type NiveauGestion,
  type Programme,
  type VersionProgramme,
} from './programme';
export type { Referential } from './referential';
export { rememberedByYear } from './remember';
export { aPartirDe, dateFrancaise, depuisLe, jusqua, type Disparu, type EtatService, type Service } from './service';
export { statutProgramme, type StatutProgramme } from './statut';
export { nearestServices, serviceAt } from './succession';
