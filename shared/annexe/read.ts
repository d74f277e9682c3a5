import type { Grid, Scalar } from '../sheet/grid';
import type { Annexe, PasUneAnnexe } from './annexe';
import { findHeader } from './header';
import { createReader } from './reader';
import type { Vocabulary } from './service';

/** Reads a grid as an annexe. Reading never complains of a defect: it records facts. */
export function readAnnexe(grid: Grid, vocabulary: Vocabulary): Annexe | PasUneAnnexe {
  if (grid.values.every((row) => row.every(isNothing))) return { kind: 'pas-une-annexe', raison: 'vide', compris: [] };
  const header = findHeader(grid);
  if ('understood' in header) return { kind: 'pas-une-annexe', raison: 'sans-entete', compris: header.understood };
  const { columns, refDeduced } = header;
  const length = grid.values.length;
  const annexe: Annexe = {
    grid,
    columns,
    headerRow: header.row,
    refDeduced,
    plate: columns.axe >= 0 || columns.axeNumero >= 0 || columns.pilier >= 0,
    sections: [],
    kinds: new Uint8Array(length),
    sectionOf: new Int32Array(length).fill(-1),
    keys: new Int32Array(length).fill(-1),
    facts: new Int32Array(length),
    indicateurs: new Int32Array(length),
    codes: new Map(),
    plates: new Map(),
    vocabulary,
  };
  createReader(annexe).readRows(0, length);
  return annexe;
}

const isNothing = (value: Scalar): boolean => value === null || value === '';
