export { renderFormules, signature } from './catalogue';
export { evaluateFormula } from './evaluate';
export { FORMULAS, SPECIFICATION } from './formulas';
export { rangeText } from './range';
export type {
  Argument,
  ConstatDeFormule,
  Controleur,
  FormulaContext,
  FormulaResult,
  FormulaSpec,
  Introuvable,
  Parameter,
  ParameterType,
  Plage,
} from './specification';
export { toExcel, toGoogle, type SpellingOptions } from './spelling';
export { createFormulas, type FormulaBook, type WorkbookFormulas } from './workbook';
