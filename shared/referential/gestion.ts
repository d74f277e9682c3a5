/** Who usually manages a programme. Usual, not compulsory: each département has its own arrêtés. */
import { inForce, type Confiance, type NiveauGestion } from './programme';
import type { Gestionnaires, Referential } from './referential';
import { rememberedByYear } from './remember';

export interface GestionnaireUsuel {
  readonly sigle: string;
  readonly niveau: NiveauGestion;
  readonly confiance: Confiance;
}

const NIVEAUX: readonly NiveauGestion[] = ['departement', 'region', 'central'];

/** The usual managers of `bop` in `annee`: département, then région, then central. Empty when none is documented. */
export function gestionnairesUsuels(referential: Referential, bop: string, annee: number): GestionnaireUsuel[] {
  const gestion = gestionAt(referential, bop, annee)?.gestion;
  if (gestion === undefined) return [];
  return NIVEAUX.flatMap((niveau) => gestion[niveau].map((sigle) => ({ sigle, niveau, confiance: gestion.confiance })));
}

/**
 * Whether `sigle` usually manages `bop` in `annee`. Other names and local parts are the same service (DT-ARS = ARS,
 * DDSP = POLICE). A programme whose managers are not documented that year makes no pair unusual.
 */
export function estUsuel(referential: Referential, bop: string, sigle: string, annee: number): boolean {
  const found = gestionAt(referential, bop, annee);
  return found === undefined || found.racines.has(referential.racines.get(sigle) ?? sigle);
}

/** The documented LOLF programmes that `sigle` usually manages in `annee`; none for a body outside the State's budget (CNAF). */
export function programmesUsuels(referential: Referential, sigle: string, annee: number): string[] {
  return [...askProgrammes(referential, sigle, annee)];
}

const askProgrammes = rememberedByYear((referential, sigle, annee): readonly string[] => {
  const racine = referential.racines.get(sigle) ?? sigle;
  return referential.programmes
    .flatMap(({ code, lolf }) => (lolf ? code : []))
    .filter((code) => gestionAt(referential, code, annee)?.racines.has(racine) === true);
});

function gestionAt(referential: Referential, bop: string, annee: number): Gestionnaires | undefined {
  return askGestion(referential, bop, annee) ?? undefined;
}

const askGestion = rememberedByYear((referential, bop, annee): Gestionnaires | null => {
  const code = referential.programme(bop)?.code ?? bop;
  return referential.gestionnaires.get(code)?.find(({ gestion }) => inForce(gestion, annee)) ?? null;
});
