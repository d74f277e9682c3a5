import type { HostTool } from '../../shared/sheet';
import { enumerate, plural } from '../../shared/text';
import { workSentence } from '../work';
import type { Server } from './client';

/** Cells named in the help of a command. */
const MOST_NAMED = 5;

/** What Google Sheets alone needs: formulas that came from Excel, and formulas without a range, which do not follow edits there. */
export async function googleTools(server: Server): Promise<readonly HostTool[]> {
  const fixed = await server('fixedFormulas', null);
  const places = fixed.slice(0, MOST_NAMED).map(({ adresse }) => adresse);
  const more = fixed.length > MOST_NAMED ? [`${fixed.length - MOST_NAMED} autres`] : [];
  const notice =
    fixed.length === 0
      ? ''
      : `${plural(fixed.length, 'formule n’a', 'formules n’ont')} pas de plage et ne ${fixed.length < 2 ? 'suit' : 'suivent'} pas les modifications (${enumerate([...places, ...more])}). `;
  return [
    {
      id: 'convertir-formules',
      label: 'Convertir les formules Excel',
      help: `${notice}Écrit ANNEXE.COUVERTURE() à la manière de Google, avec sa plage, pour que le nombre suive la feuille. Ne touche à rien d’autre.`,
      run: async () => workSentence(await server('convertFormulas', null)),
    },
    {
      id: 'recalculer-formules',
      label: 'Recalculer les formules',
      help: `${notice}Donne leur plage aux formules qui n’en ont pas, et écrit de nouveau celles qui montrent une erreur.`,
      run: async () => workSentence(await server('recalculate', null)),
    },
  ];
}
