/** Dated LOLF programmes, and the financings outside the LOLF that annexes name in the same column. */

/** How sure the source is: a text that was read, an excerpt or professional knowledge, a guess. */
export type Confiance = 'haute' | 'moyenne' | 'faible';

export type NiveauGestion = 'departement' | 'region' | 'central';

/** What a number designates from year `de` to year `a`, both included; an absent bound is unknown or open. */
export interface VersionProgramme {
  readonly de?: number;
  readonly a?: number;
  readonly intitule: string;
  readonly mission?: string;
  readonly confiance: Confiance;
  /** Codes that took over the content at the end of this version. Absent when the number kept its content. */
  readonly successeurs: readonly string[];
}

/** Who usually manages the programme, years included; sigles are those of the services' file. */
export interface Gestion extends Readonly<Record<NiveauGestion, readonly string[]>> {
  readonly de?: number;
  readonly a?: number;
  readonly confiance: Confiance;
}

export interface Programme {
  /** "147", or a sigle when `lolf` is false ("CNDS"). */
  readonly code: string;
  readonly lolf: boolean;
  /** In order of time. */
  readonly versions: readonly VersionProgramme[];
  readonly gestions: readonly Gestion[];
  readonly sources: readonly string[];
  readonly note?: string;
}

interface Dated {
  readonly de?: number;
  readonly a?: number;
}

/** Whether the dated thing is in force during `annee`. */
export function inForce(dated: Dated, annee: number): boolean {
  return (dated.de ?? -Infinity) <= annee && annee <= (dated.a ?? Infinity);
}

/** The version in force in `annee`. */
export function versionAt(programme: Programme, annee: number): VersionProgramme | undefined {
  return programme.versions.find((version) => inForce(version, annee));
}

/** The official title in `annee`; outside the programme's life, undefined. */
export function intituleAt(programme: Programme, annee: number): string | undefined {
  return versionAt(programme, annee)?.intitule;
}
