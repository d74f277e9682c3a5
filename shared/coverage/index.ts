export { CHAMPS, CHAMP_NOUNS, parseChamp, type Champ } from './champ';
export * from './couverture';
export type { Impossible } from './filtre';
export type { Groupe } from './groupe';
export * from './parGroupe';
