import { NBSP, plural } from '../../shared/text';
import { registeredFunctions } from './associate';
import { codeOf } from './failures';
import { loadSecondOpinion } from './secondOpinion';
import { lastFailure } from './run';
import type { Signals } from './signals';

/** The sets whose presence changes what the add-in does, or what its IT office may expect. */
const SETS: readonly (readonly [string, readonly string[]])[] = [
  ['ExcelApi', ['1.14', '1.16', '1.17', '1.18', '1.19', '1.20']],
  ['CustomFunctionsRuntime', ['1.3', '1.4', '1.5']],
  ['SharedRuntime', ['1.1', '1.2']],
];

export interface DiagnosticSources {
  readonly signals: Signals;
  /** The functions' own lines. */
  functions(): readonly string[];
}

/** What Excel knows of itself, and what went wrong last; nothing of what the workbook says. */
export async function diagnose({ signals, functions }: DiagnosticSources): Promise<readonly string[]> {
  const { diagnostics } = Office.context;
  const failure = lastFailure();
  return [
    `Hôte${NBSP}: ${diagnostics.host} ${diagnostics.version} (${diagnostics.platform})`,
    `Langue${NBSP}: ${Office.context.displayLanguage}, contenu ${Office.context.contentLanguage}`,
    ...SETS.map(([name, versions]) => `${name}${NBSP}: ${highest(name, versions)}`),
    `Suivi du classeur${NBSP}: ${signals.state()}`,
    `Fonctions${NBSP}: ${plural(registeredFunctions(), 'enregistrée')}`,
    ...functions(),
    ...(await fromSecondOpinion(failure?.error)),
    ...(failure === null
      ? []
      : [`Dernière erreur d’Excel, à ${failure.when.toLocaleTimeString('fr-FR')}${NBSP}: ${unfold(failure.error)}`]),
  ];
}

function highest(name: string, versions: readonly string[]): string {
  const found = versions.filter((version) => Office.context.requirements.isSetSupported(name, version));
  return found[found.length - 1] ?? `moins de ${versions[0] ?? ''}`;
}

/** What the archived helpers say; it is only a second opinion, and the card says when it could not come. */
async function fromSecondOpinion(error: unknown): Promise<readonly string[]> {
  try {
    const opinion = await loadSecondOpinion();
    if (error instanceof Error) opinion.log(error);
    return [`office-js-helpers${NBSP}: ${opinion.host}, ${opinion.plateforme}`];
  } catch {
    return [`office-js-helpers${NBSP}: non chargé`];
  }
}

/** The code of an error, the statement that failed and where: never the values of the batch, which are the agent's. */
function unfold(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  if (code === '') return `${error.name}${NBSP}: ${error.message}`;
  const { errorLocation } =
    'debugInfo' in error ? (error.debugInfo as OfficeExtension.DebugInfo) : { errorLocation: '' };
  return [code, error.message, errorLocation].filter((part) => part !== undefined && part !== '').join(' · ');
}
