import {
  ArrayValueObject,
  BaseFunction,
  NumberValueObject,
  StringValueObject,
  ValueObjectFactory,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from '@univerjs/preset-sheets-core';
import { SPECIFICATION, type Argument, type FormulaResult, type FormulaSpec } from '../../../shared/formulas';
import type { CellRef, Scalar } from '../../../shared/sheet';
import { NBSP } from '../../../shared/text';

/** What the formulas need of the workbook they stand in. Sheets are named by their id. */
export interface Calls {
  evaluate(name: string, args: readonly Argument[], from: { readonly sheetId: string }): FormulaResult;
  /** The values of a range, blanks as null, and where it stands. */
  range(reference: BaseReferenceObject): Extract<Argument, { readonly origin: CellRef | null }>;
}

type FormulaClass = new (name: string) => BaseFunction;

/** Every formula of the specification as a class of the spreadsheet's engine. */
export function formulaClasses(calls: Calls): [FormulaClass, string][] {
  return SPECIFICATION.map((spec) => [formulaClass(spec, calls), `ANNEXE.${spec.name}`]);
}

/**
 * The engine's ready-made custom functions take a blank cell for 0, and an exception in one stops every formula of the page: this
 * class reads cells by reference and answers an exception with a sentence.
 */
function formulaClass({ name }: FormulaSpec, calls: Calls): FormulaClass {
  return class extends BaseFunction {
    override needsReferenceObject = true;
    override minParams = 0;
    override maxParams = 255;

    override calculate(...given: FunctionVariantType[]): BaseValueObject {
      try {
        const sheetId = this.subUnitId ?? '';
        return show(
          calls.evaluate(
            name,
            given.map((one) => argumentOf(one, calls)),
            { sheetId },
          ),
        );
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return StringValueObject.create(`Erreur interne${NBSP}: ANNEXE.${name} n’a pas été calculée (${detail}).`);
      }
    }
  };
}

function argumentOf(given: FunctionVariantType, calls: Calls): Argument {
  if (given.isReferenceObject()) {
    const plage = calls.range(given as BaseReferenceObject);
    const [row] = plage.values;
    return plage.values.length <= 1 && (row?.length ?? 0) <= 1 ? (row?.[0] ?? null) : plage;
  }
  const value = given as BaseValueObject;
  if (value.isArray()) return (value as ArrayValueObject).toValue();
  return value.isNull() ? null : value.getValue();
}

function show(result: FormulaResult): BaseValueObject {
  if (!result.ok) return StringValueObject.create(result.message);
  const { value } = result;
  if (!Array.isArray(value)) return single(value);
  if (value.length === 0) return StringValueObject.create('');
  return ArrayValueObject.create({
    calculateValueList: value.map((row) => row.map(single)),
    rowCount: value.length,
    columnCount: value.reduce((most, row) => Math.max(most, row.length), 1),
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** A text that looks like a number stays a text. */
function single(value: Scalar): BaseValueObject {
  if (typeof value === 'number') return NumberValueObject.create(value);
  return typeof value === 'boolean' ? ValueObjectFactory.create(value) : StringValueObject.create(value ?? '');
}
