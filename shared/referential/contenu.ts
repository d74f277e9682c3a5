/** Which code stands for a programme's content in another year. */
import type { Referential } from './referential';
import { statutProgramme } from './statut';

/** A known code that is not the right one in `annee`: not yet born, ended, or with another content. */
export function isStale(referential: Referential, code: string, annee: number): boolean {
  if (referential.programme(code) === undefined) return false;
  const statut = statutProgramme(referential, code, annee);
  return statut.kind === 'hors-lolf' ? statut.successeur !== undefined : statut.kind !== 'connu';
}

/** The codes that have, in `annee`, the content of a stale code: what took over, or what there was before. */
export function sameContentAt(referential: Referential, code: string, annee: number): readonly string[] {
  const statut = statutProgramme(referential, code, annee);
  if (statut.kind === 'pas-encore') return before(referential, code, annee);
  const successeurs =
    statut.kind === 'hors-lolf'
      ? [statut.successeur ?? '']
      : statut.kind === 'termine' || statut.kind === 'contenu-change'
        ? statut.successeurs
        : [];
  return successeurs.filter(
    (other) => referential.programme(other) !== undefined && !isStale(referential, other, annee),
  );
}

/** The codes whose content a later programme took over: the one of the same title when there is one. */
function before(referential: Referential, code: string, annee: number): string[] {
  const intitule = referential.programme(code)?.versions[0]?.intitule;
  const versions = referential.programmes
    .filter((programme) => !isStale(referential, programme.code, annee))
    .flatMap((programme) => programme.versions.map((version) => ({ ...version, code: programme.code })))
    .filter(({ successeurs }) => successeurs.includes(code));
  const same = versions.filter((version) => version.intitule === intitule);
  return (same.length > 0 ? same : versions).map((version) => version.code);
}
