import { BooleanNumber } from '@univerjs/core';
import { FunctionType, type IFunctionInfo } from '@univerjs/preset-sheets-core';
import { SPECIFICATION } from '../../../shared/formulas';

/** What the spreadsheet shows while a formula is typed. */
export function formulaTips(): IFunctionInfo[] {
  return SPECIFICATION.map(({ name, description, parameters }) => ({
    functionName: `ANNEXE.${name}`,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: parameter.type === 'range' ? 'Annexe!A:H' : '',
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  }));
}
