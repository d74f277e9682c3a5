import type { Paire } from '../annexe';
import { defineRowRule, type FixDraft } from '../lint';
import { enumerate, plural, quote } from '../text';
import { MOST_PAIRES, proposePaires, sansProgramme, type Listes } from './paires-usuelles';
import { ecrireServices } from './service-remplace';

/** The pairs stand: nobody is alone. */
const complete = (paires: readonly Paire[]): boolean =>
  paires.every(({ bop, service }) => bop !== null && service !== null);

/** Writes the proposed pairs in the two cells; nothing when somebody would stay alone. */
function fixesOf(row: Listes, paires: readonly Paire[]): FixDraft[] {
  if (!complete(paires) || paires.length > MOST_PAIRES) return [];
  if (row.service.items.some(({ bop }) => bop !== null)) return ecrireServices(row);
  const bop = paires.map((paire) => paire.bop ?? '').join(row.bop.propre.includes('\n') ? '\n' : ' ');
  const service = paires.map((paire) => paire.service ?? '').join(row.service.separateur);
  const edits =
    row.bop.items.length < paires.length
      ? ([{ column: 'bop', set: bop }] as const)
      : ([{ column: 'service', set: service }] as const);
  return [{ label: `Écrire ${quote(String(edits[0].set))}`, safety: 'a-confirmer', edits }];
}

/** Who stays alone, and why when it is known. */
function resteOf(row: Listes, { bop, service }: Paire): string {
  if (service === null) return `${bop ?? ''} est sans service`;
  const note = sansProgramme(row, service)?.note;
  return note === undefined ? `${service} est sans BOP` : `${service} est sans BOP (${note.replace(/\.$/, '')})`;
}

export const appariementNombre = defineRowRule({
  id: 'appariement-nombre',
  severity: 'erreur',
  needs: ['bop', 'service'],
  columns: ['service'],
  on: 0,
  summary: 'Il n’y a pas autant de services que de BOP.',
  why: 'Le n-ième service gère le n-ième BOP : dès qu’il en manque un, tous les suivants sont attribués au mauvais service.',
  messages: {
    accord: (facts) =>
      `${facts['nombres']} ; lisez : ${facts['paires']}. Écrivez un service par BOP, dans le même ordre.`,
    reste: (facts) =>
      `${facts['nombres']} ; lecture proposée : ${facts['paires']} ; ${facts['restes']}. Donnez à chaque BOP son service et retirez ce qui n’a pas de BOP.`,
    muet: (facts) =>
      `${facts['nombres']}, sans lecture possible : ${facts['restes']}. Écrivez un service par BOP, dans le même ordre.`,
  },
  check(row, report) {
    const bops = row.bop.items.length;
    const services = row.service.items.length;
    if (bops === services || bops === 0 || services === 0) return;
    report('service', () => {
      const proposed = proposePaires(row).slice(0, 2 * MOST_PAIRES);
      const nombres = `${plural(bops, 'BOP', 'BOP')} pour ${plural(services, 'service')}`;
      const known = proposed.filter(({ bop, service }) => bop !== null && service !== null);
      const paires = known.map(({ bop, service }) => `${bop ?? ''} → ${service ?? ''}`).join(', ');
      const restes = enumerate(proposed.filter((paire) => !known.includes(paire)).map((paire) => resteOf(row, paire)));
      if (known.length === 0) return { message: 'muet', facts: { nombres, restes } };
      const related = [{ row: row.row, column: 'bop' }] as const;
      if (restes !== '') return { message: 'reste', facts: { nombres, paires, restes }, related };
      return { message: 'accord', facts: { nombres, paires }, related, fixes: fixesOf(row, proposed) };
    });
  },
  examples: {
    valid: [
      { lignes: [{ bop: '147 163 230 304 182 147', service: 'CGET/ACSE DDCSPP RECTORAT DDCSPP DTPJJ Préfecture' }] },
      {
        lignes: [
          { bop: '147', service: '' },
          { bop: '', service: 'DDCSPP' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PCOS_AS2_003', bop: '140 141 230 304 101', service: 'RECTORAT RECTORAT RECTORAT DDCSPP DTPJJ CNAF' },
          { ref: 'Atr_EgF/H', bop: '137 147', service: 'DGCS DDCSPP Gendarmerie(152) Cget(147)' },
          { ref: 'PCOS_AS4_001', bop: '140 141', service: 'RECTORAT' },
          { ref: 'PCOS_AS4_002', bop: '140', service: 'CNAF CAF' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              '5 BOP pour 6 services ; lecture proposée : 140 → RECTORAT, 141 → RECTORAT, 230 → RECTORAT, 304 → DDCSPP, 101 → DTPJJ ; CNAF est sans BOP (Sécurité sociale, hors budget de l’État : aucun BOP). Donnez à chaque BOP son service et retirez ce qui n’a pas de BOP.',
          },
          {
            ligne: 2,
            colonne: 'service',
            message:
              '2 BOP pour 4 services ; lisez : 137 → DGCS, 147 → DDCSPP, 152 → Gendarmerie, 147 → Cget. Écrivez un service par BOP, dans le même ordre.',
            corrige: '137 147 152 147',
          },
          {
            ligne: 3,
            colonne: 'service',
            message:
              '2 BOP pour 1 service ; lisez : 140 → RECTORAT, 141 → RECTORAT. Écrivez un service par BOP, dans le même ordre.',
            corrige: 'RECTORAT RECTORAT',
          },
          {
            ligne: 4,
            colonne: 'service',
            message:
              '1 BOP pour 2 services, sans lecture possible : 140 est sans service, CNAF est sans BOP (Sécurité sociale, hors budget de l’État : aucun BOP) et CAF est sans BOP. Écrivez un service par BOP, dans le même ordre.',
          },
        ],
      },
    ],
  },
});
