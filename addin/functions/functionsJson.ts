import { SPECIFICATION, type FormulaSpec, type Parameter } from '../../shared/formulas';

/**
 * The metadata that Excel reads (functions.json), from the one specification.
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json
 */
export function renderFunctionsJson(): string {
  // Errors in a range are values for us: without this, one #N/A in the annexe would make every formula fail.
  const metadata = { allowErrorForDataTypeAny: true, functions: SPECIFICATION.map(functionOf) };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function functionOf(spec: FormulaSpec): object {
  const { name, description, parameters, result } = spec;
  return {
    id: name,
    name,
    description,
    parameters: parameters.map(parameterOf),
    result: { type: 'any', dimensionality: result.kind === 'table' ? 'matrix' : 'scalar' },
    // Excel calls a formula again when its range changes; a stream can also follow the workbook when it has none.
    ...(isLive(spec) ? { options: { stream: true, requiresStreamAddress: true } } : {}),
  };
}

function parameterOf({ name, type, optional, description }: Parameter): object {
  return {
    name,
    description,
    type: 'any',
    dimensionality: type === 'range' ? 'matrix' : 'scalar',
    ...(optional ? { optional } : {}),
  };
}

/** Whether a formula measures an annexe, given as its first argument or found in the workbook. */
export const isLive = ({ parameters }: FormulaSpec): boolean => parameters[0]?.type === 'range';
