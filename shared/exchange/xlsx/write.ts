import type { Unusable } from '../unusable';
import { bytesOfText } from './bytes';
import { pack } from './deflate';
import { attempt } from './refusal';
import type { SheetToWrite } from './sheetXml';
import { DECLARATION, MAIN, packSheet } from './sheetXml';
import { STYLES } from './stylesXml';
import type { WorkbookTexts } from './workbookTexts';
import { textsLink, textsXml } from './workbookTexts';
import { escapeCellText } from './xmlText';
import type { NewEntry } from './zipWrite';
import { writeArchive } from './zipWrite';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TEXTS = 'customXml/item1.xml';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';

/**
 * A new .xlsx workbook. The same content always gives the same bytes: nothing in it is dated.
 * Sheet names are made acceptable to Excel. `texts` are our own, by name: a part that Excel does not show. Unusable when a text is too long for a cell.
 */
export function writeWorkbook(
  sheets: readonly SheetToWrite[],
  title = '',
  texts: WorkbookTexts = new Map(),
): Uint8Array | Unusable {
  const names = sheetNames(sheets.map(({ name }) => name));
  return attempt(() =>
    writeArchive([
      part('[Content_Types].xml', contentTypes(sheets.length)),
      part(
        '_rels/.rels',
        relationships([
          `${OFFICE}/relationships/officeDocument|xl/workbook.xml`,
          `${PACKAGE}/relationships/metadata/core-properties|docProps/core.xml`,
        ]),
      ),
      part('docProps/core.xml', core(title)),
      part('xl/workbook.xml', workbook(sheets, names)),
      part(
        'xl/_rels/workbook.xml.rels',
        relationships([
          ...sheets.map((_sheet, index) => `${OFFICE}/relationships/worksheet|worksheets/sheet${index + 1}.xml`),
          `${OFFICE}/relationships/styles|styles.xml`,
          ...(texts.size > 0 ? [textsLink(TEXTS)] : []),
        ]),
      ),
      part('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`),
      ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, packed: packSheet(sheet) })),
      ...(texts.size > 0 ? [{ name: TEXTS, packed: pack(bytesOfText(textsXml(texts))) }] : []),
    ]),
  );
}

function part(name: string, xml: string): NewEntry {
  return { name, packed: pack(bytesOfText(DECLARATION + xml)) };
}

function contentTypes(count: number): string {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: count }, (_unused, index) =>
    override(`xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${TYPE}.sheet.main+xml`)}` +
    `${override('xl/styles.xml', `${TYPE}.styles+xml`)}${override('docProps/core.xml', CORE_TYPE)}${sheets.join('')}</Types>`
  );
}

/** Links written "type|target", numbered rId1, rId2… */
function relationships(links: readonly string[]): string {
  const items = links.map((link, index) => {
    const [type = '', target = ''] = link.split('|');
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function core(title: string): string {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeCellText(title)}</dc:title></cp:coreProperties>`
  );
}

function workbook(sheets: readonly SheetToWrite[], names: readonly string[]): string {
  const list = names.map(
    (name, index) => `<sheet name="${escapeCellText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const repeated = sheets.flatMap(({ repeatedRow }, index) =>
    repeatedRow === undefined ? [] : [printTitles(names[index] ?? '', index, repeatedRow + 1)],
  );
  const defined = repeated.length === 0 ? '' : `<definedNames>${repeated.join('')}</definedNames>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}

function printTitles(name: string, index: number, row: number): string {
  const quoted = `'${name.replace(/'/g, "''")}'`;
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeCellText(quoted)}!$${row}:$${row}</definedName>`;
}

/** Excel's rules: 1 to 31 characters, none of []:*?/\, no quote at either end, no two alike. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, '-')
        .replace(/^'+|'+$/g, '')
        .slice(0, 31)
        .trim() || 'Feuille';
    let unique = clean;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      unique = clean.slice(0, 31 - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
