import { renameServices } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';
import { ordreUsuel } from './paires-usuelles';

export const appariementOrdre = defineRowRule({
  id: 'appariement-ordre',
  severity: 'avertissement',
  needs: ['bop', 'service'],
  columns: ['service'],
  on: 0,
  summary: 'Les services ne sont pas dans l’ordre de leurs BOP.',
  why: 'Le n-ième service gère le n-ième BOP : deux services intervertis envoient chaque demande de crédits à l’autre.',
  messages: {
    ordre: (facts) =>
      `Les services ${quote(String(facts['vu']))} ne suivent pas l’ordre des BOP ${quote(String(facts['bops']))} ; écrivez ${quote(String(facts['propre']))}.`,
  },
  check(row, report) {
    const ordre = ordreUsuel(row);
    if (ordre === null) return;
    report('service', () => {
      const { items } = row.service;
      const propre = renameServices(
        row.service,
        ordre.map((place) => items[place]?.ecriture ?? ''),
      );
      return {
        message: 'ordre',
        facts: { vu: row.service.texte, bops: row.bop.propre, propre },
        related: [{ row: row.row, column: 'bop' }],
        fixes: [
          { label: `Écrire ${quote(propre)}`, safety: 'a-confirmer', edits: [{ column: 'service', set: propre }] },
        ],
      };
    });
  },
  examples: {
    valid: [
      { lignes: [{ bop: '304 102', service: 'DDCSPP DIRECCTE' }] },
      { lignes: [{ bop: '102 163 304', service: 'DIRECCTE DDCSPP RECTORAT' }] },
    ],
    invalid: [
      {
        lignes: [{ bop: '163 141 102', service: 'RECTORAT, DIRECCTE, DDCSPP' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              'Les services « RECTORAT, DIRECCTE, DDCSPP » ne suivent pas l’ordre des BOP « 163 141 102 » ; écrivez « DDCSPP, RECTORAT, DIRECCTE ».',
            corrige: 'DDCSPP, RECTORAT, DIRECCTE',
          },
        ],
      },
    ],
  },
});
