export { renderFormules, signature } from './catalogue';
export {
  planDashboard,
  type Box,
  type Dashboard,
  type DashboardAsk,
  type DashboardCell,
  type DashboardChart,
  type Look,
} from './dashboard';
export { evaluateFormula } from './evaluate';
export { FORMULAS, SPECIFICATION } from './formulas';
export { frozenTable, isFrozen } from './frozen';
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
