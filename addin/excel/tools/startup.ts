import type { HostTool } from '../../../shared/sheet';
import { NBSP } from '../../../shared/text';

/**
 * Whether Excel starts the add-in with this workbook, so that the formulas follow at once. The choice is kept in the file, and only an
 * agent makes it: whoever opens that file without the add-in is told so by Excel (OfficeDev/office-js#3558).
 */
export async function startupTools(): Promise<readonly HostTool[]> {
  const behavior = await Office.addin.getStartupBehavior();
  return [behavior === Office.StartupBehavior.load ? NO_MORE : AT_START];
}

const AT_START: HostTool = {
  id: 'demarrage',
  label: 'Charger au démarrage',
  help: `À l’ouverture de ce classeur, les formules ANNEXE suivent sans ouvrir le volet. Un collègue sans le complément verra un avertissement d’Excel à l’ouverture.`,
  async run() {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    return `À sa prochaine ouverture, ce classeur chargera Annexe 7${NBSP}; enregistrez-le.`;
  },
};

const NO_MORE: HostTool = {
  id: 'demarrage-non',
  label: 'Ne plus charger au démarrage',
  help: 'À l’ouverture de ce classeur, les formules ANNEXE gardent leur dernière valeur jusqu’à ce que le volet soit ouvert.',
  async run() {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.none);
    return `Ce classeur ne chargera plus Annexe 7 de lui-même${NBSP}; enregistrez-le.`;
  },
};
