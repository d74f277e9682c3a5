/** The front door of the exchange room: files in, files out, two versions compared. */
export * from './unusable';
export * from './encoding';
export * from './sniff';
export * from './delimited';
export * from './detectSeparator';
export { type TextKind, neutralize, restore } from './fieldText';
export { type TextDocument, lineOfRow, readTextDocument } from './document';
export * from './applyToDocument';
export * from './write';
export * from './tableSchemaRecords';
export * from './tableSchema';
export * from './tableSchemaIndicateurs';
export { type SchemaProblem } from './schemaTable';
export { type ComparableRow } from './matchRows';
export * from './compare';
export * from './merge';
export * from './describeDifference';
export * from './xlsx';
