/** Texts kept in the workbook. */
export function chosenSheet(): string {
  return '';
}
