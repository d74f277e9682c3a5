import { countLignes, sectionLue } from '../../shared/annexe';
import { describe, type Diagnostic, type Fix } from '../../shared/lint';
import { acceptedIn, isOpen, openResume } from './accepted';
import { RULES } from './composition';
import type { Opened } from './open';

/** Grows when a field goes or changes its sense; docs/json.md is its contract. */
const VERSION = 1;

/** The findings for a program: the JSON that docs/json.md describes. */
export function controleJson(opened: Opened): string {
  const { session, annexe } = opened;
  const accepted = acceptedIn(opened);
  const report = {
    version: VERSION,
    annexe: {
      fichier: opened.fichier,
      feuille: opened.feuille,
      millesime: opened.millesime,
      ...countLignes(annexe),
      sections: sectionsOf(opened),
    },
    regles: { executees: session.executed(), nonExecutees: session.notExecuted() },
    constats: session
      .diagnostics()
      .filter((diagnostic) => isOpen(opened, diagnostic))
      .map((diagnostic) => constat(opened, diagnostic)),
    acceptes: accepted.map(({ diagnostic, acceptance: { motif, who, when } }) => ({
      ...place(opened, diagnostic),
      motif,
      qui: who,
      quand: when,
    })),
    resume: openResume(opened, accepted),
  };
  return toJson(report);
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sectionsOf({ annexe, ligneOf }: Opened): unknown[] {
  return annexe.sections.flatMap(({ row }, index) => {
    const section = sectionLue(annexe, index);
    if (row < 0 || section === null) return [];
    const { niveau, numero, titre, pilier } = section;
    return [{ niveau, numero, titre, pilier, ligne: ligneOf(row) }];
  });
}

/** Which rule found something, and where. */
function place(opened: Opened, { rule, severity, at, ref }: Diagnostic): object {
  return {
    regle: rule,
    gravite: severity,
    cellule: opened.celluleOf(at.cell),
    ligne: opened.ligneOf(at.cell.row - opened.grid.origin.row),
    colonne: at.column,
    ref,
  };
}

function constat(opened: Opened, diagnostic: Diagnostic): unknown {
  const { value, related, fixes } = diagnostic;
  return {
    ...place(opened, diagnostic),
    valeur: value,
    message: describe(diagnostic, RULES),
    liees: related.map((cell) => opened.celluleOf(cell)),
    corrections: fixes.map((fix) => correction(opened, fix)),
  };
}

function correction(opened: Opened, { label, safety, edits }: Fix): unknown {
  return {
    libelle: label,
    surete: safety,
    modifications: edits.map(({ at, expect, set }) => ({
      cellule: opened.celluleOf(at),
      attendu: expect,
      nouveau: set,
    })),
  };
}
