import { fromFile, toFile, usesNames } from '../../../local/page/file/fileFormula';

describe('a formula of the page in a file', () => {
  it.each([
    ['=ANNEXE.COUVERTURE()', '_xldudf_ANNEXE_COUVERTURE()'],
    ['=annexe.ref("annexe.ref(")&" ANNEXE.REF("', '_xldudf_ANNEXE_REF("annexe.ref(")&" ANNEXE.REF("'],
    ["=IF(TRUE,ANNEXE.CIBLE('ANNEXE.CIBLE('!A1),0.5)", "IF(TRUE,_xldudf_ANNEXE_CIBLE('ANNEXE.CIBLE('!A1),0.5)"],
    ['=ANNEXE_SYNTHESE(A:H,"axe")', '_xldudf_ANNEXE_SYNTHESE(A:H,"axe")'],
    [
      '=TEXTJOIN(", ",TRUE,UNIQUE(FILTER(A1:A9,B1:B9<>"SORT(")))',
      '_xlfn.TEXTJOIN(", ",TRUE,_xlfn.UNIQUE(_xlfn._xlws.FILTER(A1:A9,B1:B9<>"SORT(")))',
    ],
    ['=SUM(A1:A3)', 'SUM(A1:A3)'],
  ])('%s is written %s, and comes back', (formula, written) => {
    expect(toFile(formula)).toBe(written);
    expect(fromFile(`=${written}`).toUpperCase()).toBe(formula.replace('ANNEXE_S', 'ANNEXE.S').toUpperCase());
  });

  it.each(['=LET(x,1,x)', '=MAP(A1:A2,LAMBDA(x,x+1))', '=[1]Feuil1!A1', '=SUM(Tableau1[Montant])'])(
    '%s has no spelling that we know',
    (formula) => expect(toFile(formula)).toBeNull(),
  );

  it('brackets in a text are no table', () => {
    expect(toFile('=ANNEXE.REF("[1]")')).toBe('_xldudf_ANNEXE_REF("[1]")');
  });
});

describe('names that a workbook defines', () => {
  it.each(['=Taux*A1', '=SUM(ma_zone)', '=IF(A1,élèves,1)'])('%s uses one', (formula) =>
    expect(usesNames(formula)).toBe(true),
  );
  it.each([
    '=SUM(A1:$B$3)+1E5',
    '=COUNTIF($A:$H,"x")+AB12',
    "=Feuil1!A1+'Ma feuille'!B2:C3",
    '=IF(TRUE,A1,FALSE)',
    '=SUM(2:5)',
  ])('%s uses none', (formula) => expect(usesNames(formula)).toBe(false));
});
