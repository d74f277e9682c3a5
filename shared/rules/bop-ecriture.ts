import { defineRowRule } from '../lint';
import { enumerate, quote } from '../text';

export const bopEcriture = defineRowRule({
  id: 'bop-ecriture',
  severity: 'avertissement',
  needs: ['bop'],
  columns: ['bop'],
  on: 0,
  summary: 'Un BOP est écrit autrement que par son seul numéro.',
  why: 'Un numéro nu se cherche, se filtre et se compte ; « BOP 102 », « P147 » ou « 0147 » échappent aux filtres.',
  messages: {
    ecriture: (facts) =>
      `${quote(String(facts['vu']))} s’écrit par le seul numéro du programme : ${quote(String(facts['propre']))}.`,
  },
  check(row, report) {
    const { bop } = row;
    const odd = bop.items.filter((item) => item.ecriture !== item.code);
    if (odd.length === 0) return;
    report('bop', () => ({
      message: 'ecriture',
      facts: { vu: enumerate(odd.map((item) => item.ecriture)), propre: bop.propre },
      fixes: [{ label: `Écrire ${bop.propre}`, safety: 'sure', edits: [{ column: 'bop', set: bop.propre }] }],
    }));
  },
  examples: {
    valid: [{ lignes: [{ ref: 'PDEE_AS1_001', bop: '102 304' }] }, { lignes: [{ bop: 147 }, { bop: 'CNDS 163' }] }],
    invalid: [
      {
        lignes: [{ bop: 'BOP 102 BOP 163', service: 'DIRECCTE DDCSPP' }],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message: '« BOP 102 et BOP 163 » s’écrit par le seul numéro du programme : « 102 163 ».',
            corrige: '102 163',
          },
        ],
      },
      {
        lignes: [{ bop: '0147', service: 'DDCSPP' }],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message: '« 0147 » s’écrit par le seul numéro du programme : « 147 ».',
            corrige: '147',
          },
        ],
      },
    ],
  },
});
