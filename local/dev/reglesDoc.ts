import { COLUMN_LABELS, COLUMNS } from '../../shared/annexe';
import type { ExampleRow, Rule } from '../../shared/lint';
import { RULES } from '../../shared/rules';
import { textOf } from '../../shared/sheet';
import { enumerate, plural, typography } from '../../shared/text';
import { groupRules, needsOf, severitiesOf } from '../cli/catalogue';

/** The page docs/regles.md, from the rules themselves. */
export function renderRegles(): string {
  const groups = groupRules(RULES);
  const index = groups.flatMap(({ titre, rules }) =>
    rules.map((rule) => `| [\`${rule.id}\`](#${rule.id}) | ${titre} | ${rule.severity} | ${cell(rule.summary)} |`),
  );
  const pages = groups.map(({ titre, rules }) => `## ${titre}\n\n${rules.map(page).join('\n')}`);
  return `${typography(INTRO)}
${index.join('\n')}

${pages.join('\n')}`;
}

const INTRO = `# Les règles

${plural(RULES.length, 'règle')}. Une règle porte le nom du défaut qu’elle cherche ; \`annexe regles ID\` dit la même chose dans un terminal. Cette page est écrite par \`npm run generate\` à partir des règles : ne la modifiez pas à la main.

- **erreur** : la ligne ne peut pas être comptée ou comprise telle quelle ; **avertissement** : à corriger ou à confirmer ; **info** : à savoir.
- Une règle dont la colonne manque est dite *non exécutée* : « 0 constat » veut toujours dire « contrôlé ».

| Règle | Groupe | Gravité | Défaut |
| --- | --- | --- | --- |`;

function page(rule: Rule): string {
  const needs = needsOf(rule).map((need) => COLUMN_LABELS[COLUMNS.find((column) => column === need) ?? 'ref']);
  const facts = [
    `- Gravité : ${enumerate(severitiesOf(rule), 'ou')}`,
    ...(needs.length > 0 ? [`- Colonnes lues : ${enumerate(needs)}`] : []),
    ...(rule.source === undefined ? [] : [`- Source : ${rule.source}`]),
    ...(rule.saufMillesime
      ? [`- Sauf au millésime ${rule.saufMillesime.millesime} : ${rule.saufMillesime.raison}`]
      : []),
  ];
  const invalid = rule.examples.invalid.map(({ lignes, constats }) =>
    [...lignes.map(line), ...constats.map(({ message, corrige }) => `  ▸ ${message}${fixed(corrige)}`)].join('\n'),
  );
  const valid = rule.examples.valid.map(({ lignes }) => lignes.map(line).join('\n'));
  return [
    `### ${rule.id}`,
    '',
    typography(rule.summary),
    '',
    typography(rule.why),
    '',
    ...facts.map(typography),
    '',
    typography('Signalé :'),
    '',
    block(invalid),
    '',
    ...(valid.length === 0 ? [] : [typography('Admis :'), '', block(valid), '']),
  ].join('\n');
}

const fixed = (corrige: Parameters<typeof textOf>[0] | undefined): string =>
  corrige === undefined ? '' : `\n  → ${oneLine(textOf(corrige))}`;

const block = (parts: readonly string[]): string => `\`\`\`text\n${parts.join('\n\n')}\n\`\`\``;

function line(row: ExampleRow): string {
  if (typeof row === 'string') return row;
  const cells = COLUMNS.flatMap((column) => {
    const value = row[column];
    return value === undefined ? [] : [`${COLUMN_LABELS[column]} = ${oneLine(textOf(value)) || '(vide)'}`];
  });
  return cells.join(' | ');
}

const oneLine = (text: string): string => text.replace(/\r?\n/g, '⏎');

const cell = (text: string): string => typography(text).replace(/\|/g, '\\|');
