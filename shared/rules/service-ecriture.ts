import { defineRowRule } from '../lint';
import { enumerate, quote } from '../text';
import { ecrireServices, nomPropre } from './service-remplace';

export const serviceEcriture = defineRowRule({
  id: 'service-ecriture',
  severity: 'avertissement',
  needs: ['bop', 'service'],
  columns: ['service'],
  on: 0,
  summary: 'Un service est écrit autrement que par son sigle usuel.',
  why: 'Un même service écrit de deux façons compte pour deux dans les filtres et les totaux ; un numéro collé au nom manque dans la colonne BOP.',
  messages: {
    variante: (facts) =>
      `${quote(String(facts['vu']))} s’écrit ${quote(String(facts['propre']))} ; gardez le sigle seul.`,
    numero: (facts) =>
      `${quote(String(facts['vu']))} : le numéro va dans la colonne BOP ; écrivez ${quote(String(facts['bop']))} et, en face, ${quote(String(facts['propre']))}.`,
    numeroSeul: (facts) =>
      `${quote(String(facts['vu']))} : le numéro va dans la colonne BOP, à la même place que le service ; accordez les deux listes.`,
  },
  check(row, report) {
    const odd = row.service.items.filter((item) => item.bop !== null || nomPropre(row, item) !== item.ecriture);
    if (odd.length === 0) return;
    report('service', () => {
      const vu = enumerate([...new Set(odd.map(({ ecriture }) => ecriture))]);
      const fixes = ecrireServices(row);
      const [bop, service] = ['bop', 'service'].map(
        (name) => fixes[0]?.edits.find(({ column }) => column === name)?.set,
      );
      if (odd.every((item) => item.bop === null)) {
        const propre = enumerate([...new Set(odd.map((item) => nomPropre(row, item)))]);
        return { message: 'variante', facts: { vu, propre }, fixes };
      }
      if (service === undefined) return { message: 'numeroSeul', facts: { vu } };
      return { message: 'numero', facts: { vu, bop: String(bop ?? row.bop.texte), propre: String(service) }, fixes };
    });
  },
  examples: {
    valid: [
      { lignes: [{ bop: '176 152 182 147', service: 'Police Gendarmerie DTPJJ Préfecture' }] },
      {
        lignes: [
          { bop: '102 134 147', service: 'DIRECCTE DGE CGET/ACSE' },
          { bop: '140', service: 'rectorat' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [{ ref: 'Atr_EgF/H', bop: '137 147', service: 'DGCS DDCSPP Gendarmerie(152) Cget(147)' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              '« Gendarmerie(152) et Cget(147) » : le numéro va dans la colonne BOP ; écrivez « 137 147 152 147 » et, en face, « DGCS DDCSPP Gendarmerie CGET ».',
            corrige: '137 147 152 147',
          },
        ],
      },
      {
        lignes: [{ bop: '304, 147', service: 'D.D.C.S.P.P., DDCSPP 11' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: '« D.D.C.S.P.P. et DDCSPP 11 » s’écrit « DDCSPP » ; gardez le sigle seul.',
            corrige: 'DDCSPP, DDCSPP',
          },
        ],
      },
      {
        lignes: [{ bop: '147 304', service: 'DDCSPP Gendarmerie(152)' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              '« Gendarmerie(152) » : le numéro va dans la colonne BOP, à la même place que le service ; accordez les deux listes.',
          },
        ],
      },
    ],
  },
});
