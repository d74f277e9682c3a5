import { launchChromium } from '../browser/chromium';
import { readFileSync } from 'node:fs';
import { areaOf } from './emulator/model/area';
import { EmulatedExcel } from './emulator/excel';
import { readFunctions } from './emulator/functionsOfAddin';
import { Workbook } from './emulator/model/workbook';
import { openAddin } from './harness/open';
jest.setTimeout(90000);
it('smokes', async () => {
  const browser = await launchChromium();
  const book = new Workbook('Essai.xlsx', ['Annexe', 'Bord']);
  const rows = readFileSync('seeds/annexe-7-lezignan-corbieres.tsv', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => l.split('\t'));
  rows.forEach((line, r) =>
    line.forEach((v, c) => {
      if (/^\d/.test(v)) book.format(book.active, areaOf(r, c), 'numberFormat', '@', 'agent');
      book.write(book.active, areaOf(r, c), [[v]], 'agent');
    }),
  );
  const excel = new EmulatedExcel({ workbook: book, functions: readFunctions('dist/excel/functions.json') });
  const flavour = (process.env['FL'] ?? 'web') as 'web';
  const addin = await openAddin(browser, excel, { flavour });
  const log: string[] = [];
  try {
    await addin.pane.getByRole('button', { name: 'Contrôler' }).click({ timeout: 15000 });
    await addin.pane.getByText(/à jour/).waitFor({ timeout: 15000 });
    await addin.page.screenshot({ path: '/tmp/s1.png' });
    const bord = book.sheets[1];
    if (!bord) throw new Error();
    for (const [i, f] of [
      '=ANNEXE.COUVERTURE()',
      '=ANNEXE.COUVERTURE(,"cible")',
      '=ANNEXE.REF("pdee_as1_oo1")',
      '=ANNEXE.COUVERTURE(Annexe!A1:K48)',
      '=ANNEXE.ANOMALIES()',
      '=ANNEXE.COUVERTURE("zut")',
      '=ANNEXE.PROGRAMME(147)',
      '=ANNEXE.CIBLE("CUI : 13,2 %")',
    ].entries())
      book.write(bord, areaOf(i * 2, 0), [[f]], 'agent');
    book.write(bord, areaOf(0, 3), [['=ANNEXE.SYNTHESE()']], 'agent');
    await new Promise((r) => setTimeout(r, 4000));
    for (let i = 0; i < 16; i++) log.push(JSON.stringify(bord.value(i, 0)));
    await addin.pane.getByRole('tab', { name: 'Outils' }).click();
    await addin.page.waitForTimeout(800);
    await addin.page.screenshot({ path: '/tmp/s2.png' });
    await addin.pane.getByRole('button', { name: /Diagnostic/ }).click();
    await addin.page.waitForTimeout(800);
    await addin.page.screenshot({ path: '/tmp/s3.png' });
    log.push(await addin.pane.locator('pre').innerText());
  } finally {
    console.log(log.join('\n'), addin.complaints, addin.outside, excel.refused, excel.defects);
    await addin.page.screenshot({ path: '/tmp/s9.png' });
    await addin.close();
    await browser.close();
  }
});
