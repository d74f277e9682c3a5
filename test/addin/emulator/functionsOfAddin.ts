import { readFileSync } from 'node:fs';

/** What functions.json says of a custom function, as far as Excel acts on it. */
export interface FunctionOfAddin {
  readonly id: string;
  readonly streaming: boolean;
  readonly cancelable: boolean;
  readonly address: boolean;
  /** Errors among the arguments are handed over instead of being the result. */
  readonly takesErrors: boolean;
  readonly parameters: readonly { readonly matrix: boolean; readonly optional: boolean }[];
}

interface Declared {
  readonly id: string;
  readonly name: string;
  readonly parameters?: readonly { readonly dimensionality?: string; readonly optional?: boolean }[];
  readonly options?: Readonly<Record<string, boolean>>;
  readonly allowErrorForDataTypeAny?: boolean;
}

/** The functions that a built add-in declares, by the name that follows "ANNEXE.". */
export function readFunctions(file: string): ReadonlyMap<string, FunctionOfAddin> {
  const { functions, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly functions: readonly Declared[];
    readonly allowErrorForDataTypeAny?: boolean;
  };
  return new Map(
    functions.map(({ id, name, parameters = [], options = {}, allowErrorForDataTypeAny }) => [
      name.toUpperCase(),
      {
        id,
        streaming: options['stream'] === true,
        cancelable: options['cancelable'] === true,
        address: options['requiresAddress'] === true || options['requiresStreamAddress'] === true,
        takesErrors: (allowErrorForDataTypeAny ?? rest.allowErrorForDataTypeAny) === true,
        parameters: parameters.map((one) => ({
          matrix: one.dimensionality === 'matrix',
          optional: one.optional === true,
        })),
      },
    ]),
  );
}
