import { toExcel } from '../../../shared/formulas';
import { codeOf, mapCode } from '../sheet/formulaPieces';

/**
 * Functions that Excel added after 2007: a file names them with a prefix, or Excel shows #NAME? (MS-XLSX 2.2.2, future functions).
 * Those of statistics, engineering and dates that an agent of an annexe never types are here too: the list is Excel's.
 */
const LATER = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR ' +
    'BITRSHIFT BITXOR CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS ' +
    'COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ' +
    'ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR ' +
    'FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC ' +
    'IMSECH IMSINH IMTAN ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST ' +
    'NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC ' +
    'PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P ' +
    'SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL ' +
    'TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);
/** Two of them bear the name of a web function, and one prefix more. */
const LATER_STILL = new Set(['FILTER', 'SORT']);

/** Their parameters have names of their own, which a file spells in yet another way; a bracket names a table or another workbook. */
const NOT_SPELT = /\b(LET|LAMBDA)\s*\(|\[/i;
const NAME = /(?<![\w.!])[A-Z][A-Z0-9._]*(?=\s*\()/gi;

/**
 * A formula of the page as an .xlsx holds it, without its "="; null when we do not know how. Excel saves a custom function as
 * _xldudf_ANNEXE_X and finds it again by that prefix alone (OfficeDev/Excel-Custom-Functions#108, OfficeDev/office-js#6395).
 */
export function toFile(formula: string): string | null {
  if (NOT_SPELT.test(codeOf(formula))) return null;
  return mapCode(toExcel(formula), (code) => code.replace(NAME, spelt)).replace(/^=/, '');
}

function spelt(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith('ANNEXE.')) return `_xldudf_${upper.replace('.', '_')}`;
  if (LATER_STILL.has(upper)) return `_xlfn._xlws.${upper}`;
  return LATER.has(upper) ? `_xlfn.${upper}` : name;
}

/** A formula of an .xlsx as the page reads it. */
export const fromFile = (formula: string): string =>
  toExcel(mapCode(formula, (code) => code.replace(/_xlfn\.(_xlws\.)?/gi, '')));

const REFERENCE = /^\$?[A-Z]{1,3}\$?\d{1,7}$|^(TRUE|FALSE)$/i;
/** What is no function, no sheet and no column of a range (A:H). */
const WORD = /(?<![\w.$:])\$?[\p{L}_\\][\p{L}\p{N}_.$\\]*(?![\p{L}\p{N}_.$\\]|\s*[(!:])/gu;

/** Whether the formula uses a name that the workbook defines: one that a new workbook would not know. */
export const usesNames = (formula: string): boolean =>
  (codeOf(formula).match(WORD) ?? []).some((word) => !REFERENCE.test(word));
