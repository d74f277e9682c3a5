import { defineRowRule } from '../lint';
import { findService, gestionnairesUsuels, nearestServices, programmesUsuels } from '../referential';
import { enumerate } from '../text';
import { MOST_PAIRES, estPaireUsuelle, ordreUsuel, proposePaires, sontUsuelles } from './paires-usuelles';

/** More names than that are no help. */
const MOST = 4;

export const appariementInhabituel = defineRowRule({
  id: 'appariement-inhabituel',
  severity: 'avertissement',
  needs: ['bop', 'service'],
  columns: ['service'],
  on: 0,
  summary: 'Un service ne gère pas d’habitude le BOP en face duquel il est écrit.',
  why: 'C’est souvent un décalage dans la liste ou un numéro voisin. Chaque département a ses délégations : si la vôtre le prévoit, acceptez le constat avec ce motif.',
  messages: {
    usuel: (facts) =>
      `Appariement inhabituel : ${facts['paires']} ; ${facts['usages']}. Vérifiez le numéro et le service.`,
  },
  check(row, report) {
    if (row.service.items.length > MOST_PAIRES || sontUsuelles(row)) return;
    const odd = proposePaires(row).filter(
      ({ bop, service }) => bop !== null && service !== null && !estPaireUsuelle(row, bop, service),
    );
    if (odd.length === 0 || ordreUsuel(row) !== null) return;
    report('service', () => {
      const { referential, annee } = row;
      const usages = odd.flatMap(({ bop, service }) => {
        const known =
          findService(referential, service ?? '')?.service ?? nearestServices(referential, service ?? '', annee)[0];
        const usual = gestionnairesUsuels(referential, bop ?? '', annee).map(({ sigle }) => sigle);
        const own = known === undefined ? [] : programmesUsuels(referential, known.sigle, annee);
        return [
          `d’usage, ${bop ?? ''} relève de ${enumerate(usual.slice(0, MOST), 'ou').replace(/'/g, '’')}`,
          ...(own.length > 0 && own.length <= MOST ? [`${known?.sigle ?? ''} gère ${enumerate(own)}`] : []),
        ];
      });
      const paires = enumerate(odd.map(({ bop, service }) => `${bop ?? ''} → ${service ?? ''}`));
      return { message: 'usuel', facts: { paires, usages: [...new Set(usages)].join(' ; ') } };
    });
  },
  examples: {
    valid: [
      { lignes: [{ bop: '176 152 182 147', service: 'Police Gendarmerie DTPJJ Préfecture' }] },
      {
        lignes: [
          { bop: 'CNDS 163', service: 'CNDS DDCSPP' },
          { bop: '204', service: 'DT-ARS' },
        ],
      },
      // Another rule speaks of the order, and another of services that have ended.
      { lignes: [{ bop: '102 304', service: 'DDCSPP DIRECCTE' }] },
      { lignes: [{ bop: '102 163', service: 'DIRECCTE DDCSPP' }], millesime: 2024 },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'Atr_Jeunesse', bop: 'BOP 102 BOP 163 BOP 304', service: 'DIRECCTE DDCSPP RECTORAT' },
          { ref: 'PCOS_AS4_002', bop: '140 141 167 101', service: 'RECTORAT RECTORAT DSN DTPJJ' },
          { ref: 'Atr_LCD', bop: '147 137 101', service: 'CGET/ACSE DGCS DRPJJ' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              'Appariement inhabituel : 304 → RECTORAT ; d’usage, 304 relève de DDCSPP, DDCS, DRJSCS ou DGCS. Vérifiez le numéro et le service.',
          },
          {
            ligne: 2,
            colonne: 'service',
            message:
              'Appariement inhabituel : 101 → DTPJJ ; d’usage, 101 relève de CDAD, TRIBUNAL, COUR D’APPEL ou SADJAV ; DTPJJ gère 182. Vérifiez le numéro et le service.',
          },
          {
            ligne: 3,
            colonne: 'service',
            message:
              'Appariement inhabituel : 101 → DRPJJ ; d’usage, 101 relève de CDAD, TRIBUNAL, COUR D’APPEL ou SADJAV ; DTPJJ gère 182. Vérifiez le numéro et le service.',
          },
        ],
      },
    ],
  },
});
