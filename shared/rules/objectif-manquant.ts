import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const objectifManquant = defineRowRule({
  id: 'objectif-manquant',
  severity: 'avertissement',
  needs: ['objectif'],
  columns: ['objectif'],
  on: Fact.objectifAbsent,
  summary: 'Une ligne a une référence mais pas d’objectif.',
  why: 'Des moyens et des indicateurs sans objectif ne s’évaluent pas. Seules les lignes des axes transversaux peuvent s’en passer.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 6',
  messages: {
    absent: (facts) => `La ligne ${quote(String(facts['ref']))} n’a pas d’objectif ; écrivez ce que le contrat vise.`,
  },
  check(row, report) {
    if ((row.facts & Fact.suite) !== 0 || row.section?.niveau === 'transversal') return;
    const ref = row.refOf(row.row).trim();
    if (/^atr[\s_.-]/i.test(ref)) return;
    report('objectif', () => ({ message: 'absent', facts: { ref } }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'Atr_LCD', bop: '147 137 101', service: 'CGET/ACSE DGCS DTPJJ' }] },
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Co-construire' },
          { bop: 'CNDS 163', service: 'CNDS DDCSPP' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PDEE_AS2_003', bop: '147', service: 'DDCSPP' }],
        constats: [
          {
            ligne: 1,
            colonne: 'objectif',
            message: 'La ligne « PDEE_AS2_003 » n’a pas d’objectif ; écrivez ce que le contrat vise.',
          },
        ],
      },
    ],
  },
});
