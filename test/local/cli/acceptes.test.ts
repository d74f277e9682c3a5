import { readFileSync, writeFileSync } from 'node:fs';
import { patchWorkbook } from '../../../shared/exchange/xlsx';
import { ACCEPTATIONS, printAcceptances } from '../../../shared/lint';
import { annexe, buildBundle, seed, workplace } from './bundle';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

/** The seed's workbook, with the finding of D40 accepted as the pane accepts it. */
function accepted(): string {
  const acceptance = {
    rule: 'appariement-nombre',
    column: 'service',
    ligne: 'PCOS_AS3_OO3',
    valeur: 'RECTORAT\nRECTORAT\nRECTORAT\nDDCSPP\nDTPJJ\nCNAF',
    motif: 'La CNAF signe sans BOP',
    who: 'Agent',
    when: '25/11/2026 09:00',
  } as const;
  const texts = new Map([[ACCEPTATIONS, printAcceptances([acceptance])]]);
  const made = patchWorkbook(new Uint8Array(readFileSync(seed('xlsx'))), [], texts);
  if (!(made instanceof Uint8Array)) throw new Error(made.message);
  writeFileSync(path('acceptee.xlsx'), made);
  return path('acceptee.xlsx');
}

it('counts no more what the workbook says is accepted, and tells it apart', () => {
  const text = annexe(['controler', accepted()]);
  expect(text.out).toContain('12 erreurs');
  expect(text.out).toContain('1 constat accepté avec motif dans le classeur.');
  expect(text.out).not.toContain('5 BOP pour 6 services');
  const { constats, acceptes, resume } = JSON.parse(annexe(['controler', accepted(), '--format', 'json']).out);
  expect(resume.erreur).toBe(12);
  const here = constats.filter(
    ({ regle, cellule }: Record<string, string>) => regle === 'appariement-nombre' && cellule === 'D40',
  );
  expect(here).toEqual([]);
  expect(acceptes).toEqual([
    {
      regle: 'appariement-nombre',
      gravite: 'erreur',
      cellule: 'D40',
      ligne: 40,
      colonne: 'service',
      ref: 'PCOS_AS3_OO3',
      motif: 'La CNAF signe sans BOP',
      qui: 'Agent',
      quand: '25/11/2026 09:00',
    },
  ]);
  expect(annexe(['controler', accepted(), '--format', 'csv']).out).not.toContain('5 BOP pour 6 services');
});
