export * from './address';
export * from './edit';
export * from './grid';
export type * from './host';
