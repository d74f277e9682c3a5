import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plural, typography } from '../../shared/text';
import { officeMembers, type OfficeMember } from './officeMembers';

/** Members above what the manifest demands, or of a set that it does not name: each with the reason why it may be used. */
export const GUARDED: Readonly<Record<string, string>> = {
  'Office.AddinCommands.Event.completed':
    'Documenté pour Outlook ; tout hôte qui a des boutons de ruban l’a, et l’attend de ces boutons seuls.',
};

/** The sets that the manifest demands: whoever has the add-in has them. */
export function demandedSets(): ReadonlyMap<string, string> {
  const xml = readFileSync(join(__dirname, '..', '..', 'manifest.xml'), 'utf8');
  return new Map(
    [...xml.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name = '', version = '']) => [name, version]),
  );
}

/** The members that an Excel which satisfies the manifest may lack, reasons left out. */
export function unsure(members: readonly OfficeMember[], demanded: ReadonlyMap<string, string>): string[] {
  return members.flatMap(({ name, set }) => {
    const [wanted = '', version = '0'] = set?.split(' ') ?? [];
    if (set === null || name in GUARDED || reaches(demanded.get(wanted) ?? '0', version)) return [];
    return [`${name}: ${set}`];
  });
}

/** Versions are compared part by part: 1.14 comes after 1.9. */
function reaches(have: string, wanted: string): boolean {
  const [a, b] = [have, wanted].map((version) => version.split('.').map(Number));
  const [major = 0, minor = 0] = a ?? [];
  const [wantedMajor = 0, wantedMinor = 0] = b ?? [];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** The page docs/office-membres.md. */
export function renderOfficeMembers(): string {
  const members = officeMembers();
  const demanded = [...demandedSets()].map((set) => set.join(' ')).sort();
  const rows = members.map(
    ({ name, set, files }) => `| \`${name}\` | ${set ?? '—'} | ${files.map((file) => `\`${file}\``).join(', ')} |`,
  );
  const guarded = Object.entries(GUARDED).map(([name, reason]) => `- \`${name}\` : ${reason}`);
  return `${typography(`# Les membres d’Office.js

Ce que le complément d’Excel demande à Office.js : ${plural(members.length, 'membre')}, lus par le compilateur dans \`addin/excel\`, le seul dossier qui nomme Office. L’ensemble de conditions est celui que Microsoft documente ; « — » : présent partout où Office.js est chargé. Le manifeste exige ${demanded.join(', ')} ; un test refuse tout membre au-dessus. Cette page est écrite par \`npm run generate\`.

Admis malgré leur ensemble :

${guarded.join('\n')}
`)}
| Membre | Ensemble | Fichiers |
| --- | --- | --- |
${rows.join('\n')}
`;
}
