import { openResume } from './accepted';
import { Exit, type Command } from './command';
import { controleCsv } from './csv';
import { controleJson } from './json';
import { FEUILLE, FORMAT, MILLESIME, openOperand } from './options';
import { writeTexte } from './texte';

export const controler: Command = {
  spec: {
    name: 'controler',
    summary: 'contrôle une annexe et dit ce qui ne va pas, cellule par cellule',
    details: [
      'Code de sortie : 0 sans erreur (il peut y avoir des avertissements), 1 s’il y a au moins une erreur qui n’est pas acceptée dans le classeur, 2 si le fichier est inutilisable.',
      'Le JSON est décrit dans docs/json.md.',
    ],
    operands: [{ name: 'FICHIER', required: true }],
    options: [FORMAT, MILLESIME, FEUILLE],
    examples: ['annexe controler annexe-7.xlsx', 'annexe controler annexe-7.csv --format json > constats.json'],
  },
  run(args, terminal) {
    const opened = openOperand(args, 0, terminal);
    const format = args.value('format') ?? 'texte';
    if (format === 'json') terminal.out(controleJson(opened));
    else if (format === 'csv') terminal.out(controleCsv(opened));
    else writeTexte(opened, terminal);
    return openResume(opened).erreur > 0 ? Exit.found : Exit.ok;
  },
};
