import { countLignes } from '../../shared/annexe';
import { NBSP, plural, quote } from '../../shared/text';
import type { Opened } from './open';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';

/** Two lines on what was read: file, sheet, millésime; rows, objectives. */
export function writeHead(opened: Opened, { columns, styles, out }: Terminal): void {
  const { fichier, source, feuille, millesime, devine } = opened;
  const { lignes, objectifs } = countLignes(opened.annexe);
  const sheet = source.kind === 'xlsx' ? `, feuille ${quote(printable(feuille))}` : '';
  const guessed = devine ? ' (déduit)' : '';
  out(hang('', `${fichier}${sheet}`, columns, styles.bold));
  const sections = opened.annexe.sections.filter(({ row }) => row >= 0).length;
  const counts = `${plural(lignes, 'ligne')}, ${plural(objectifs, 'objectif')}, ${plural(sections, 'section')}`;
  out(hang('', `Millésime${NBSP}${millesime}${guessed} · ${counts}`, columns, styles.dim));
}
