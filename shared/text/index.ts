export * from './fold';
export * from './french';
export * from './remember';
