import type { BopSuggestion, ServiceSuggestion } from '../../shared/pairing';
import { formatNumber, NBSP } from '../../shared/text';
import type { Terminal } from './terminal';
import { hang, padEnd, printable } from './wrap';

/** What is asked, in words, and the answer. */
export interface Answer {
  readonly question: string;
  readonly context: readonly string[];
  readonly suggestions: readonly BopSuggestion[];
}

const NOTHING = `Aucune proposition${NBSP}: rien de comparable dans cette annexe ni dans le référentiel.`;

/** The suggestions, best first, each above its evidence. */
export function writeSuggestions({ question, context, suggestions }: Answer, { columns, styles, out }: Terminal): void {
  out(hang('', question, columns, styles.bold));
  for (const line of context) out(hang('  ', line, columns, styles.dim));
  out('\n');
  if (suggestions.length === 0) out(hang('', NOTHING, columns));
  suggestions.forEach((suggestion, index) => {
    const { bop, intitule, score, preuves, services } = suggestion;
    const title = intitule === undefined ? '' : ` ${printable(intitule)}`;
    out(hang(`${index + 1}. `, `${printable(bop)}${title} (${note(score)})`, columns, styles.bold));
    for (const preuve of preuves) out(hang('     · ', printable(preuve), columns));
    const width = Math.max(0, ...services.map(({ service }) => service.length));
    for (const service of services) writeService(service, width, { columns, styles, out });
  });
}

function writeService(
  { service, score, preuves }: ServiceSuggestion,
  width: number,
  { columns, styles, out }: Pick<Terminal, 'columns' | 'styles' | 'out'>,
): void {
  out(`   → ${styles.green(padEnd(printable(service), width))}  ${note(score)}\n`);
  for (const preuve of preuves) out(hang('     · ', printable(preuve), columns));
}

const note = (score: number): string => formatNumber(score);
