import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { EVENTS, registration } from './api/events';
import { INTERNAL } from './api/runtime';
import { officeApi, reaches } from './officeApi';

const API = join(__dirname, 'api');
const BUNDLE = join(__dirname, '..', '..', '..', 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js');

/** "Range.values" for every member that a class of the emulator has, read from its source. */
function membersOfSource(): string[] {
  const members: string[] = [];
  for (const name of readdirSync(API)) {
    const source = ts.createSourceFile(name, readFileSync(join(API, name), 'utf8'), ts.ScriptTarget.ES2022, true);
    const classes = new Map<string, string>();
    const visit = (node: ts.Node): void => {
      const record = ts.isCallExpression(node) && node.expression.getText() === 'recordClass' ? node : null;
      if (record) {
        const [api, fields] = record.arguments;
        if (api && ts.isStringLiteral(api) && fields && ts.isObjectLiteralExpression(fields)) {
          const named = ts.isVariableDeclaration(record.parent) ? record.parent.name.getText() : api.text;
          classes.set(named, api.text);
          for (const field of fields.properties) members.push(`${api.text}.${field.name?.getText() ?? ''}`);
        }
      }
      node.forEachChild(visit);
    };
    visit(source);
    const classIn = (node: ts.Node): void => {
      if (ts.isClassDeclaration(node)) members.push(...membersOfClass(node, classes));
      node.forEachChild(classIn);
    };
    classIn(source);
  }
  return members;
}

function membersOfClass(node: ts.ClassDeclaration, records: ReadonlyMap<string, string>): string[] {
  const own = node.members.find((member) => member.name?.getText() === '$api');
  const given = own && ts.isPropertyDeclaration(own) && own.initializer ? own.initializer.getText().slice(1, -1) : '';
  const base = node.heritageClauses?.[0]?.types[0]?.expression;
  const inherited = base && ts.isCallExpression(base) ? base.arguments[0]?.getText().slice(1, -1) : '';
  const api = given || inherited || records.get(base?.getText() ?? '') || '';
  if (api === '' || api === 'api') return [];
  return node.members
    .filter((member) => ts.isMethodDeclaration(member) || ts.isAccessor(member) || ts.isParameter(member))
    .map((member) => member.name?.getText() ?? '')
    .filter((name) => !/^[#$]/.test(name))
    .map((name) => `${api}.${name}`);
}

const own = [...new Set(membersOfSource())].filter((name) => !INTERNAL.includes(name.split('.')[0] ?? ''));
const declared = own.filter((name) => !name.includes('._'));
const internal = own.filter((name) => name.includes('._'));

it('has no member that Office.js does not declare', () => {
  expect(declared.length).toBeGreaterThan(200);
  expect(declared.filter((name) => !officeApi().has(name))).toEqual([]);
});

it('answers the inner calls of the genuine library under their own names', () => {
  const bundle = readFileSync(BUNDLE, 'utf8');
  const registrations = Object.keys(EVENTS).flatMap((name) => [registration(name, true), registration(name, false)]);
  const names = [...internal.map((name) => name.split('.')[1] ?? ''), ...registrations];
  expect(names.filter((name) => !bundle.includes(`"${name}"`))).toEqual([]);
  expect(internal.length).toBeGreaterThan(3);
});

it('knows from which version on a member is there', () => {
  const api = officeApi();
  expect(api.get('Range.values')).toEqual(['ExcelApi', 1, 1]);
  expect(api.get('WorksheetCollection.onChanged')).toEqual(['ExcelApi', 1, 9]);
  expect(api.get('WorksheetCollection.onNameChanged')).toEqual(['ExcelApi', 1, 17]);
  expect(reaches(['ExcelApi', 1, 14], ['ExcelApi', 1, 9])).toBe(true);
  expect(reaches(['ExcelApi', 1, 9], ['ExcelApi', 1, 14])).toBe(false);
  expect(reaches(['ExcelApiOnline', 1, 1], ['ExcelApi', 1, 1])).toBe(false);
});
