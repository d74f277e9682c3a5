'use strict';
/**
 * The peers, each doing the structural rules only: reference pattern, BOP list, service list, target, unique reference. What a
 * schema library lacks (uniqueness across rows) is written by hand around it, as its users do. Each returns the same faults.
 */
const Ajv = require('ajv');
const { z } = require('zod');

const REF = '^P[A-Z]{3}_AS[1-9][0-9]?_[0-9]{3}$';
const TARGET = '^([0-9]+(,[0-9]*[1-9])?( ?%)?)?$';
const FIELDS = ['ref', 'objectif', 'bop', 'service', 'collectivite', 'signataire', 'indicateur', 'cible'];

const listPattern = (items) => `^((${items.map((item) => item.replace(/[/.]/g, '\\$&')).join('|')})( (?=.)|$))+$`;

/** Rows of cells → objects of the data rows: what every schema library needs first. */
function mapRows(sheet) {
  const objects = [];
  for (let index = 1; index < sheet.length; index++) {
    const [ref, objectif, bop, service, collectivite, signataire, indicateur, cible] = sheet[index];
    if (ref === '' ? objectif === '' : ref === 'Réf' || ref.startsWith('Axe ') || ref.startsWith('Pilier ')) continue;
    objects.push({ index, ref, objectif, bop, service, collectivite, signataire, indicateur, cible });
  }
  return objects;
}

/** Rows whose reference another row has too. */
function repeated(objects, faults) {
  const first = new Map();
  for (const { ref, index } of objects) {
    if (ref === '') continue;
    const before = first.get(ref);
    if (before === undefined) first.set(ref, index);
    else {
      faults.add(`${before} unique`);
      faults.add(`${index} unique`);
    }
  }
}

function ajv({ bops, services }) {
  const validate = new Ajv({ allErrors: true }).compile({
    type: 'object',
    required: FIELDS,
    properties: {
      ref: { type: 'string', pattern: REF },
      bop: { type: 'string', pattern: listPattern(bops) },
      service: { type: 'string', pattern: listPattern(services) },
      cible: { type: 'string', pattern: TARGET },
    },
  });
  return (sheet) => {
    const objects = mapRows(sheet);
    const faults = new Set();
    for (const object of objects) {
      if (validate(object)) continue;
      for (const { instancePath } of validate.errors) faults.add(`${object.index} ${instancePath.slice(1)}`);
    }
    repeated(objects, faults);
    return faults;
  };
}

function zod({ bops, services }) {
  const text = (pattern) => z.string().regex(new RegExp(pattern));
  const schema = z.object({
    ref: text(REF),
    objectif: z.string(),
    bop: text(listPattern(bops)),
    service: text(listPattern(services)),
    cible: text(TARGET),
  });
  return (sheet) => {
    const objects = mapRows(sheet);
    const faults = new Set();
    for (const object of objects) {
      const result = schema.safeParse(object);
      if (result.success) continue;
      for (const { path } of result.error.issues) faults.add(`${object.index} ${path[0]}`);
    }
    repeated(objects, faults);
    return faults;
  };
}

async function tableschema({ bops, services }) {
  const { Schema } = require('tableschema');
  const field = (name, pattern) => ({ name, type: 'string', ...(pattern ? { constraints: { pattern } } : {}) });
  const schema = await Schema.load({
    fields: [
      field('ref', REF),
      field('objectif'),
      field('bop', listPattern(bops)),
      field('service', listPattern(services)),
      field('cible', TARGET),
    ],
    missingValues: [],
  });
  return (sheet) => {
    const objects = mapRows(sheet);
    const faults = new Set();
    for (const object of objects) {
      try {
        schema.castRow([object.ref, object.objectif, object.bop, object.service, object.cible]);
      } catch (error) {
        for (const one of error.errors?.length ? error.errors : [error])
          faults.add(
            `${object.index} ${one.columnNumber ? ['ref', 'objectif', 'bop', 'service', 'cible'][one.columnNumber - 1] : '?'}`,
          );
      }
    }
    repeated(objects, faults);
    return faults;
  };
}

/** Our rules that say the same as the peers' structural ones, by the field that the peers would name. */
const STRUCTURAL = {
  'ref-manquante': 'ref',
  'ref-lettre': 'ref',
  'ref-format': 'ref',
  'ref-joker': 'ref',
  'ref-doublon': 'unique',
  'bop-ecriture': 'bop',
  'bop-inconnu': 'bop',
  'service-ecriture': 'service',
  'service-inconnu': 'service',
  'cible-format': 'cible',
  'cible-illisible': 'cible',
};

/** The faults of a session in the peers' words. */
function faultsOf(session) {
  const faults = new Set();
  for (const [rule, field] of Object.entries(STRUCTURAL))
    for (const row of session.rowsWithFindings(rule)) faults.add(`${row} ${field}`);
  return faults;
}

module.exports = { ajv, zod, tableschema, mapRows, faultsOf };
