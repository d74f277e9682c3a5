export * from './acceptance';
export * from './diagnostic';
export { describe } from './describe';
export { bopDrafts, refDraft, refTo } from './fixDrafts';
export * from './rule';
export { isSession, openSession, type NonExecutee, type Session, type SessionOptions } from './session';
export { millesimeOf, vocabularyOf } from './vocabulary';
export { foldEdits, planRepair, type PlanStep, type RepairPlan } from './plan';
