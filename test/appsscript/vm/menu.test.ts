import { ENTRIES } from '../../../appsscript/server/entries';
import { builtFiles, builtProject } from '../built';
import { colleagueOf } from '../fakes/colleague';
import { documentOf, sheetOf } from '../fakes/document';
import type { Mode } from '../fakes/execution';
import { runScript } from '../realm/project';
import { seedSheet } from '../seed';

const run = (name: string, mode: Mode = 'FULL', document = documentOf(seedSheet())): ReturnType<typeof runScript> =>
  runScript(builtProject(document), name, [{ authMode: mode }], { mode });

describe('the menu', () => {
  it.each(['NONE', 'LIMITED', 'FULL'] as const)(
    'is built in the mode %s, when the document opens and when the add-on comes',
    (mode) => {
      for (const name of ['onOpen', 'onInstall']) {
        const { shown, execution } = run(name, mode);
        const [items = [], ...others] = Object.values(shown.menus);
        expect(others).toEqual([]);
        expect(items.map((item) => item.split(' → ')[0])).toEqual([
          'Ouvrir le volet',
          'Recalculer les formules',
          'Convertir les formules Excel',
        ]);
        const known = ENTRIES.map((entry) => entry.name);
        expect(items.filter((item) => !known.includes(item.split(' → ')[1] ?? ''))).toEqual([]);
        expect(execution.calls).toEqual([]);
      }
    },
  );

  it('opens the sidebar as it was built, under its name', () => {
    expect(run('ouvrirVolet').shown.sidebars).toEqual([{ title: 'Annexe 7', html: builtFiles().get('Sidebar.html') }]);
  });

  it.each(['recalculerFormules', 'convertirFormulesExcel'])('%s says what it did', (name) => {
    const document = documentOf(seedSheet(), sheetOf([['']], { name: 'Synthèse' }));
    expect(run(name, 'FULL', document).shown.alerts).toEqual(['Annexe 7 — Aucune formule à changer. — OK']);
    colleagueOf(document, 'Synthèse').setFormula(0, 0, '=ANNEXE.COUVERTURE()');
    expect(run(name, 'FULL', document).shown.alerts).toEqual(['Annexe 7 — 1\u00a0formule écrite (Synthèse!A1). — OK']);
    expect(document.sheets[1]?.rows[0]?.[0]?.formula).toBe('=ANNEXE_COUVERTURE(Annexe!A:H)');
  });

  it.each(['recalculerFormules', 'convertirFormulesExcel'])('%s says in French what stops it', (name) => {
    const busy = documentOf(seedSheet());
    busy.lock = 'somebody';
    expect(run(name, 'FULL', busy).shown.alerts).toEqual([expect.stringMatching(/^Annexe 7 — Un autre volet écrit/)]);
    const office = documentOf(seedSheet());
    office.office = true;
    expect(run(name, 'FULL', office).shown.alerts).toEqual([
      expect.stringMatching(/\.xlsx est ouvert sans conversion.*Enregistrer au format Google Sheets/),
    ]);
  });
});
