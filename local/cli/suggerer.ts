import { Kind, ligneAt, parseRef, type Ligne } from '../../shared/annexe';
import { createPairing, type BopSuggestion, type Pairing, type ServiceSuggestion } from '../../shared/pairing';
import { intituleAt } from '../../shared/referential';
import { fold, NBSP, quote, squeeze, typography } from '../../shared/text';
import { wrong, type Arguments } from './args';
import { Exit, type Command } from './command';
import { referential } from './composition';
import { toCsv } from './csv';
import { toJson } from './json';
import type { Opened } from './open';
import { FEUILLE, FORMAT, MILLESIME, openOperand } from './options';
import { refuse } from './refuse';
import { writeSuggestions, type Answer } from './suggestions';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';

export const suggerer: Command = {
  spec: {
    name: 'suggerer',
    summary:
      'propose les BOP et les services d’une ligne, avec ce qui le justifie dans cette annexe et dans le référentiel',
    details: [
      'Choisissez --ref, --bop ou --objectif. Les notes, de 0 à 1, classent les réponses entre elles : ce ne sont pas des probabilités.',
    ],
    operands: [{ name: 'FICHIER', required: true }],
    options: [
      { name: 'ref', value: 'REF', summary: 'pour la ligne qui porte cette référence' },
      { name: 'bop', value: 'NUMERO', summary: 'les services qui gèrent ce BOP' },
      { name: 'objectif', value: 'TEXTE', summary: 'pour un objectif qui n’est pas encore dans l’annexe' },
      { name: 'axe', value: 'AXE', summary: 'avec --objectif : son axe, par son code (PCOS_AS7) ou ses mots' },
      FORMAT,
      MILLESIME,
      FEUILLE,
    ],
    examples: [
      'annexe suggerer annexe-7.xlsx --ref PCOS_AS5_003',
      'annexe suggerer annexe-7.xlsx --bop 163',
      'annexe suggerer annexe-7.xlsx --objectif "Soutenir les parents" --axe PCOS_AS4',
    ],
  },
  run(args, terminal) {
    const asked = ['ref', 'bop', 'objectif'].filter((name) => args.has(name));
    if (asked.length !== 1) return wrong(suggerer.spec, 'Donnez --ref, --bop ou --objectif, et un seul des trois');
    if (args.has('axe') && !args.has('objectif')) return wrong(suggerer.spec, '--axe ne va qu’avec --objectif');
    const opened = openOperand(args, 0, terminal);
    const answer = answerTo(args, opened, terminal);
    const format = args.value('format') ?? 'texte';
    if (format === 'json') terminal.out(toJson({ suggestions: answer.suggestions.map(asJson) }));
    else if (format === 'csv') terminal.out(toCsv(asRows(answer.suggestions)));
    else writeSuggestions(answer, terminal);
    return Exit.ok;
  },
};

function answerTo(args: Arguments, opened: Opened, terminal: Terminal): Answer {
  const pairing = createPairing(opened.annexe, referential, opened.millesime);
  const ref = args.value('ref');
  if (ref !== undefined) return forRef(opened, pairing, ref, terminal);
  const bop = args.value('bop');
  if (bop !== undefined) return forBop(opened, pairing, bop);
  return forObjectif(pairing, args.value('objectif') ?? '', args.value('axe'));
}

function forRef(opened: Opened, pairing: Pairing, ref: string, terminal: Terminal): Answer {
  const rows = rowsWithRef(opened, ref);
  const [row, ...others] = rows;
  if (row === undefined)
    return refuse(`La référence ${quote(printable(ref), 40)} n’est pas dans cette annexe ; vérifiez-la.`);
  if (others.length > 0) {
    const lines = rows.map((each) => opened.ligneOf(each)).join(', ');
    const note = typography(`${rows.length} lignes portent cette référence (${lines}) ; réponse pour la première.`);
    terminal.note(hang('ℹ ', note, terminal.columns));
  }
  const ligne = ligneAt(opened.annexe, row);
  const place = `${quote(printable(ligne.ref.texte))}, ligne${NBSP}${opened.ligneOf(row)}`;
  return {
    question: `BOP à ajouter à ${place}`,
    context: [printable(ligne.objectif), present(ligne)].filter((text) => text !== ''),
    suggestions: pairing.suggestLigne(row),
  };
}

function present({ paires }: Ligne): string {
  if (paires.length === 0) return 'Ni BOP ni service sur cette ligne.';
  const pairs = paires.map(({ bop, service }) => `${bop ?? '(sans BOP)'} → ${service ?? '(sans service)'}`);
  return `Déjà là${NBSP}: ${printable(pairs.join(', '))}`;
}

/** The rows that write the reference so; else those that mean it. */
function rowsWithRef({ annexe }: Opened, ref: string): number[] {
  const rows: number[] = [];
  annexe.kinds.forEach((kind, row) => {
    if (kind === Kind.objectif) rows.push(row);
  });
  const refOf = (row: number) => ligneAt(annexe, row).ref;
  const written = rows.filter((row) => fold(refOf(row).texte) === fold(ref));
  const wanted = fold(parseRef(ref).normalisee);
  return written.length > 0 ? written : rows.filter((row) => fold(refOf(row).normalisee) === wanted);
}

function forBop({ millesime }: Opened, pairing: Pairing, text: string): Answer {
  const code = /^(?:bop\s*)?0*(\d{3})$/i.exec(squeeze(text))?.[1] ?? squeeze(text);
  const programme = referential.programme(code);
  const services = pairing.suggestServices(code, { bops: [code], services: [null] });
  if (programme === undefined && services.length === 0) {
    return refuse(
      `Le BOP ${quote(printable(text), 20)} n’est ni dans cette annexe ni dans le référentiel ; vérifiez son numéro.`,
    );
  }
  const intitule = programme === undefined ? undefined : intituleAt(programme, millesime);
  const named = { bop: programme?.code ?? code, ...(intitule === undefined ? {} : { intitule }) };
  const mince = services.every((service) => service.mince);
  return {
    question: `Services du BOP ${named.bop}`,
    context: [],
    suggestions: [{ ...named, score: 1, preuves: [], mince, services }],
  };
}

function forObjectif(pairing: Pairing, objectif: string, axe: string | undefined): Answer {
  const section = axe === undefined ? null : (pairing.findSection(axe) ?? null);
  if (axe !== undefined && section === null) {
    return refuse(
      `L’axe ${quote(printable(axe), 60)} n’est pas dans cette annexe ; donnez son code (PCOS_AS7) ou des mots de son titre.`,
    );
  }
  const context = section === null ? [] : [`Axe${NBSP}: ${printable(section.titre)}`];
  return {
    question: `BOP pour ${quote(printable(objectif))}`,
    context,
    suggestions: pairing.suggestBops({ objectif, section }),
  };
}

function asJson({ bop, score, preuves, services }: BopSuggestion): unknown {
  return { bop, score: round(score), preuves, services: services.map(serviceJson) };
}

function serviceJson({ service, score, preuves }: ServiceSuggestion): unknown {
  return { service, score: round(score), preuves };
}

function asRows(suggestions: readonly BopSuggestion[]): (string | number)[][] {
  const header = ['bop', 'note du BOP', 'preuves du BOP', 'service', 'note du service', 'preuves du service'];
  const rows = suggestions.flatMap(({ bop, score, preuves, services }) => {
    const own = [bop, round(score), preuves.join(' ; ')];
    if (services.length === 0) return [[...own, '', '', '']];
    return services.map((each) => [...own, each.service, round(each.score), each.preuves.join(' ; ')]);
  });
  return [header, ...rows];
}

const round = (score: number): number => Number(score.toFixed(3));
