/** Suggestions of BOPs and of services for the rows of an annexe, with their evidence in words. */
export { createPairing, type BopSuggestion, type Pairing } from './pairing';
export type { BopQuery } from './bops';
export { codeSection, findSection, type SectionVisee } from './section';
export type { ServiceContext, ServiceSuggestion } from './suggestion';
