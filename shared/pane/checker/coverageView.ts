import { couvertureParGroupe, manquants } from '../../coverage';
import type { Session } from '../../lint';
import { placeOf } from './findings';
import type { CoverageQuery, CoverageView } from './views';

/** Coverage of a field by group, and the first objectives that lack it. */
export function coverageView(session: Session, { champ, par, limite }: CoverageQuery): CoverageView {
  const annexe = session.annexe();
  const { referential, millesime } = session;
  const measured = couvertureParGroupe(annexe, referential, { champ, par, millesime });
  const missing = manquants(annexe, referential, { champ, millesime });
  if ('kind' in measured || 'kind' in missing) {
    const impossible = 'kind' in measured ? measured.message : 'kind' in missing ? missing.message : '';
    const total = { taux: null, couverts: 0, objectifs: 0 };
    return { champ, par, total, groupes: [], manquants: [], nombreManquants: 0, impossible };
  }
  const { groupes, taux, couverts, objectifs, message } = measured;
  const { sheet, row: top, column: left } = annexe.grid.origin;
  const column = left + Math.max(0, annexe.columns[champ]);
  return {
    champ,
    par,
    total: { taux, couverts, objectifs, ...(message === undefined ? {} : { message }) },
    groupes,
    manquants: missing.manquants.slice(0, limite).map(({ row, ref }) => ({
      ...placeOf({ sheet, row: top + row, column }),
      ref,
      numero: top + row + 1,
    })),
    nombreManquants: missing.manquants.length,
    impossible: null,
  };
}
