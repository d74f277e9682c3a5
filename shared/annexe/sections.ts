import { fold, squeeze } from '../text/fold';
import type { Vocabulary } from './service';

export type Niveau = 'pilier' | 'axe' | 'transversal';

/** A section title as it was read: its level, its number if it has one, its wording. */
export interface Titre {
  readonly niveau: Niveau;
  readonly numero: number;
  readonly titre: string;
}

const NUMERAL = '(\\d{1,2}|[ivx]{1,4})';
const LEAD = '(?:n\\s*°\\s*|no\\s+|numero\\s+)?';
const TRANSVERSAL = /^axes?\s+transversal(?:e|aux)?\s*[:.–-]?\s*(.*)$/;
const AXE = new RegExp(`^axes?(?:\\s+strategiques?)?\\s+${LEAD}${NUMERAL}(?![a-z0-9])\\s*[:.)–-]?\\s*(.*)$`);
const AXE_PLAIN = /^axes?\s+strategiques?\s*[:.–-]?\s*(.*)$/;
const PILIER = new RegExp(`^piliers?\\s+(?:${LEAD}${NUMERAL}(?![a-z0-9])\\s*[:.)–-]?\\s*)?(.*)$`);
/** What contracts of 2024 call their own axes. */
const OWN = new RegExp(
  `^(?:thematique|enjeu|orientation|priorite|ambition|volet|engagement|domaine)s?(?:\\s+strategiques?)?\\s+${LEAD}${NUMERAL}(?![a-z0-9])\\s*[:.)–-]?\\s*(.*)$`,
);
const LONGEST_TITLE = 300;

const USUAL = 'Axe stratégique ';
/** A pillar whose wording cannot begin with a number. */
const PILIER_NAMED = /^Pilier [A-HJ-MO-UWYZ]/;
/** How the words that open a title begin. */
const INITIALS = /^\s*[apteovd]/i;
/** No lead ("Axe stratégique n° 12 :") is longer. */
const LONGEST_LEAD = 48;

/** What opens a title: its level and number, and how many folded characters that takes. */
interface Lead {
  readonly niveau: Niveau;
  readonly numero: number;
  readonly rest: string;
}

/** The level and number of a title, its wording left unread: what reading a million rows needs. `whole`: the text of `parseTitre`. */
export function parseLead(text: string, vocabulary: Vocabulary, wordless: boolean, whole = false): Lead | null {
  if (text.length === 0 || text.length > LONGEST_TITLE) return null;
  if (INITIALS.test(text)) {
    // The wording of nearly every title, read without folding.
    const usual = whole ? 0 : usualAxe(text);
    if (usual > 0) return { niveau: 'axe', numero: usual, rest: '' };
    if (!whole && PILIER_NAMED.test(text)) return { niveau: 'pilier', numero: 0, rest: '' };
    const folded = fold(whole ? text : text.slice(0, LONGEST_LEAD));
    const lead = leadOf(folded);
    if (lead !== null) return lead;
  }
  if (wordless && vocabulary.isSection(squeeze(text))) return { niveau: 'pilier', numero: 0, rest: fold(text) };
  return null;
}

function leadOf(folded: string): Lead | null {
  const pilier = folded.startsWith('p') ? PILIER.exec(folded) : null;
  if (pilier) return { niveau: 'pilier', numero: numeral(pilier[1] ?? ''), rest: pilier[2] ?? '' };
  if (!folded.startsWith('axe')) return axeOf(OWN.exec(folded));
  const transversal = TRANSVERSAL.exec(folded);
  if (transversal) return { niveau: 'transversal', numero: 0, rest: transversal[1] ?? '' };
  const axe = axeOf(AXE.exec(folded));
  const plain = axe === null ? AXE_PLAIN.exec(folded) : null;
  return plain ? { niveau: 'axe', numero: 0, rest: plain[1] ?? '' } : axe;
}

function axeOf(found: RegExpExecArray | null): Lead | null {
  return found && { niveau: 'axe', numero: numeral(found[1] ?? ''), rest: found[2] ?? '' };
}

/** The number of "Axe stratégique 12 :"; 0 for any other text, and for a number that is none. */
function usualAxe(text: string): number {
  if (!text.startsWith(USUAL)) return 0;
  let at = USUAL.length;
  let numero = 0;
  while (at < USUAL.length + 2 && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57)
    numero = numero * 10 + text.charCodeAt(at++) - 48;
  if (text.charCodeAt(at) === 32) at++;
  return text.charCodeAt(at) === 58 ? numero : 0;
}

/** Reads one cell as a section title, or null. `wordless`: also accepts the bare name of a known pillar ("Cohésion sociale"). */
export function parseTitre(text: string, vocabulary: Vocabulary, wordless: boolean): Titre | null {
  const lead = parseLead(text, vocabulary, wordless, true);
  if (lead === null) return null;
  return { niveau: lead.niveau, numero: lead.numero, titre: tail(squeeze(text), lead.rest).replace(/\s*:$/, '') };
}

/** The end of the text as it is written (accents, case), as long as the folded end that a pattern found. */
function tail(clean: string, foldedEnd = ''): string {
  const end = clean.slice(Math.max(0, clean.length - foldedEnd.length));
  return fold(end) === foldedEnd ? end : clean.replace(/^[^:]*:\s*/, '');
}

function numeral(text: string): number {
  if (text === '') return 0;
  if (/^\d+$/.test(text)) return Number(text);
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values[text.charAt(index)] ?? 0;
    total += value < (values[text.charAt(index + 1)] ?? 0) ? -value : value;
  }
  return total;
}
