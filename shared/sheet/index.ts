export * from './address';
export * from './edit';
export * from './grid';
export type * from './host';
export * from './hostFailure';
export * from './interrompu';
export * from './journal';
export * from './memoryHost';
export * from './placeEdits';
