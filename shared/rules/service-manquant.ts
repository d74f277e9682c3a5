import { defineRowRule } from '../lint';
import { gestionnairesUsuels } from '../referential';
import { enumerate, quote } from '../text';

export const serviceManquant = defineRowRule({
  id: 'service-manquant',
  severity: 'avertissement',
  needs: ['bop', 'service'],
  columns: ['service'],
  on: 0,
  summary: 'Des BOP n’ont aucun service gestionnaire.',
  why: 'Sans service, personne ne sait à qui demander les crédits : la ligne ne mobilise rien.',
  messages: {
    vide: (facts) => `Aucun service n’est indiqué pour ${facts['bops']} ; ajoutez-en un par BOP, dans le même ordre.`,
    usuels: (facts) =>
      `Aucun service n’est indiqué pour ${facts['bops']} ; ajoutez-en un par BOP, dans le même ordre (d’usage : ${facts['usuels']}).`,
    aDefinir: (facts) =>
      `Le service est ${quote(String(facts['vu']))} pour ${facts['bops']} ; indiquez-en un par BOP, dans le même ordre.`,
  },
  check(row, report) {
    const { bop, service } = row;
    if (bop.items.length === 0 || service.items.length > 0) return;
    report('service', () => {
      const codes = bop.items.map(({ code }) => code);
      const bops = `${codes.length === 1 ? 'le BOP' : 'les BOP'} ${enumerate(codes)}`;
      const vu = service.texte.trim();
      if (vu !== '') return { message: 'aDefinir', facts: { bops, vu } };
      const usuels = [...new Set(codes)].flatMap((code) => {
        const [first] = gestionnairesUsuels(row.referential, code, row.annee);
        return first === undefined ? [] : `${code} → ${first.sigle}`;
      });
      if (usuels.length === 0) return { message: 'vide', facts: { bops } };
      return { message: 'usuels', facts: { bops, usuels: enumerate(usuels) } };
    });
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PCOS_AS6_001', bop: '204', service: 'ARS' }] },
      { lignes: [{ ref: 'PCOS_AS5_003', bop: '', service: '' }] },
      { lignes: [{ ref: 'PCOS_AS5_003', bop: 'à définir', service: 'à définir' }] },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PCOS_AS6_001', bop: '163 204', service: '' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              'Aucun service n’est indiqué pour les BOP 163 et 204 ; ajoutez-en un par BOP, dans le même ordre (d’usage : 163 → DDCSPP et 204 → DT-ARS).',
          },
        ],
      },
      {
        lignes: [{ ref: 'PCOS_AS6_001', bop: 999 }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: 'Aucun service n’est indiqué pour le BOP 999 ; ajoutez-en un par BOP, dans le même ordre.',
          },
        ],
      },
      {
        lignes: [{ ref: 'PCOS_AS6_001', bop: 147, service: 'En cours de définition' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              'Le service est « En cours de définition » pour le BOP 147 ; indiquez-en un par BOP, dans le même ordre.',
          },
        ],
      },
    ],
  },
});
