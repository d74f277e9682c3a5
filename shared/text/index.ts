export * from './fold';
export * from './french';
