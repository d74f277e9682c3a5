import { NBSP } from '../text/french';
import { SPECIFICATION } from './formulas';
import type { FormulaSpec, Parameter } from './specification';

const TYPES: Readonly<Record<Parameter['type'], string>> = {
  range: 'plage',
  text: 'texte',
  number: 'nombre',
  any: 'nombre ou texte',
};

const INTRO = `# Les formules

Les mêmes formules servent partout. Dans Excel et dans la page locale, elles s’écrivent \`ANNEXE.NOM\` ; dans Google Sheets, où le point est impossible, \`ANNEXE_NOM\`. Le convertisseur passe de l’une à l’autre sans toucher au reste de la formule.

- Les arguments entre crochets sont facultatifs. Sans \`plage\`, la formule mesure l’annexe du classeur : la feuille de la formule si elle en porte une, sinon la seule annexe, sinon celle que le volet désigne.
- La plage comprend la ligne d’en-tête ; le plus simple est de donner les colonnes entières : \`Annexe!A:H\`.
- Dans Google Sheets, une formule sans plage ne peut pas suivre les modifications : donnez-lui la plage.
- Un argument mal écrit donne une phrase qui dit quoi corriger.

| Formule | Ce qu’elle donne |
| --- | --- |
`;

/** The page docs/formules.md, from the specification. Code keeps its plain spaces. */
export function renderFormules(): string {
  const rows = SPECIFICATION.map((spec) => `| [\`${signature(spec)}\`](#${anchor(spec)}) | ${spec.description} |`);
  return typeset(`${INTRO}${rows.join('\n')}\n\n${SPECIFICATION.map(section).join('\n')}`);
}

/** No-break spaces where French wants them, outside `code`. */
function typeset(markdown: string): string {
  const parts = markdown.split('`');
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/ ([:;?!%»])/g, `${NBSP}$1`))).join('`');
}

/** "COUVERTURE([plage]; [champ]; [filtre])". */
export function signature({ name, parameters }: FormulaSpec): string {
  return `${name}(${parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join('; ')})`;
}

const anchor = ({ name }: FormulaSpec): string => name.toLowerCase();

function section(spec: FormulaSpec): string {
  const { name, description, parameters, result, example } = spec;
  const rows = parameters.map((parameter) => {
    const optional = parameter.optional ? ', facultatif' : '';
    return `| \`${parameter.name}\` | ${TYPES[parameter.type]}${optional} | ${parameter.description} |`;
  });
  const columns = result.columns.length === 0 ? '' : ` Colonnes : ${result.columns.join(' · ')}.`;
  const kind = result.kind === 'table' ? 'Un tableau qui se déploie' : 'Une valeur';
  return [
    `## ${name}`,
    '',
    description,
    '',
    '| Argument | Type | Ce qu’il dit |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `Résultat : ${kind.toLowerCase()}. ${result.description}${columns}`,
    '',
    `Exemple : \`${example.formula}\` donne ${example.gives}.`,
    '',
  ].join('\n');
}
