/** The front door of the pane: what a host needs to show it. */
export { createWorkerChecker } from './checker/remote';
export { createDirectChecker } from './checker/direct';
export type { Checker } from './checker/checker';
export type { Commands } from './commands/commands';
export { mountPane } from './mountPane';
export { Pane, type PaneProps } from './Pane';
export type { ThemeChoice } from './look/theme';
