import type { ServiceItem } from '../annexe';
import { defineRowRule, type RowView } from '../lint';
import { aPartirDe, estUsuel, findService, jusqua, serviceAt, type EtatService, type Service } from '../referential';
import { enumerate } from '../text';
import { remplacements } from './service-remplace';

type Listes = RowView<'bop' | 'service'>;

interface HorsTemps {
  readonly service: Service;
  readonly etat: Exclude<EtatService, { kind: 'actif' }>;
}

function horsTemps({ referential, annee }: Listes, { nom }: ServiceItem): HorsTemps | null {
  const service = findService(referential, nom)?.service;
  if (service === undefined) return null;
  const etat = serviceAt(referential, service, annee);
  return etat.kind === 'actif' ? null : { service, etat };
}

/** Who was in place that year: the heirs, or those that it replaced; if possible among those who usually manage the BOP. */
function enPlace({ referential, annee }: Listes, { service, etat }: HorsTemps, bop: string | null): readonly string[] {
  const before = (other: Service): boolean =>
    other.successeurs.includes(service.sigle) && serviceAt(referential, other, annee).kind === 'actif';
  const all =
    etat.kind === 'termine' ? etat.successeurs : referential.services.filter(before).map(({ sigle }) => sigle);
  const usual = bop === null ? [] : all.filter((sigle) => estUsuel(referential, bop, sigle, annee));
  return usual.length > 0 ? usual : all;
}

/** "DIRECCTE (jusqu’au 31 mars 2021) n’existe plus", "" when no service is in that state. */
function sentence(
  found: readonly HorsTemps[],
  kind: EtatService['kind'],
  bound: (date: string) => string,
  one: string,
  many: string,
): string {
  const named = found
    .filter(({ etat }) => etat.kind === kind)
    .map(({ service, etat }) => `${service.sigle} (${bound(etat.depuis)})`);
  const names = [...new Set(named)];
  return names.length === 0 ? '' : `${enumerate(names)} ${names.length === 1 ? one : many}`;
}

export const serviceMillesime = defineRowRule({
  id: 'service-millesime',
  severity: 'info',
  needs: ['bop', 'service'],
  columns: ['service'],
  on: 0,
  summary: 'Un service n’existe pas l’année de l’annexe.',
  why: 'Les réformes de l’État ont déplacé les compétences : un contrat en vigueur doit nommer qui peut signer et payer.',
  source: 'Décrets n° 2014-394, 2019-1190, 2020-1542 et 2020-1545',
  messages: {
    remplace: (facts) => `En ${facts['annee']}, ${facts['etats']} ; en place : ${facts['suite']}.`,
    sansSuite: (facts) => `En ${facts['annee']}, ${facts['etats']} ; cherchez quel service en a la charge.`,
  },
  check(row, report) {
    const { bop, service, annee } = row;
    if (service.items.every((item) => horsTemps(row, item) === null)) return;
    report('service', () => {
      const out = service.items.map((item) => horsTemps(row, item));
      const places = bop.items.length === service.items.length ? bop.items.map(({ code }) => code) : [];
      const choices = out.map((found, index) =>
        found === null ? null : enPlace(row, found, places[index] ?? service.items[index]?.bop ?? null),
      );
      const found = out.flatMap((each) => each ?? []);
      const suites = service.items.flatMap(({ nom }, index) => {
        const choice = choices[index] ?? [];
        return choice.length === 0 ? [] : `${nom} → ${enumerate(choice, 'ou')}`;
      });
      // Whoever ended on the eve of the annexe may be the one that negotiated it: its name is no slip.
      const eve = found.some(
        ({ etat: { kind, depuis } }) => kind === 'termine' && depuis.startsWith(String(annee - 1)),
      );
      const etats = [
        sentence(found, 'termine', jusqua, 'n’existe plus', 'n’existent plus'),
        sentence(found, 'pas-encore', aPartirDe, 'n’existe pas encore', 'n’existent pas encore'),
      ];
      const facts = { annee: String(annee), etats: enumerate(etats.filter((etat) => etat !== '')) };
      if (suites.length === 0) return { message: 'sansSuite', facts };
      const suite = enumerate([...new Set(suites)]);
      return { message: 'remplace', facts: { ...facts, suite }, fixes: remplacements(service, choices, eve) };
    });
  },
  examples: {
    valid: [
      { lignes: [{ bop: '102 304', service: 'DIRECCTE DDCSPP' }] },
      { lignes: [{ bop: '102 304', service: 'DREETS DDETSPP' }], millesime: 2024 },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PDEE_AS4_001', bop: '102 134 147', service: 'DIRECCTE DGE CGET/ACSE' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: 'En 2015, CGET/ACSE (jusqu’au 31 décembre 2014) n’existe plus ; en place : CGET/ACSE → CGET.',
            corrige: 'DIRECCTE DGE CGET',
          },
        ],
      },
      {
        lignes: [{ bop: '163 304', service: 'DDCSPP DDCSPP' }],
        millesime: 2024,
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              'En 2024, DDCSPP (jusqu’au 31 mars 2021) n’existe plus ; en place : DDCSPP → SDJES et DDCSPP → DDETSPP.',
            corrige: 'SDJES DDETSPP',
          },
        ],
      },
      {
        lignes: [{ bop: '102', service: 'DREETS' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: 'En 2015, DREETS (à partir du 1er avril 2021) n’existe pas encore ; en place : DREETS → DIRECCTE.',
            corrige: 'DIRECCTE',
          },
        ],
      },
      {
        lignes: [{ bop: '354', service: 'SGCD' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message:
              'En 2015, SGCD (à partir du 1er janvier 2021) n’existe pas encore ; cherchez quel service en a la charge.',
          },
        ],
      },
    ],
  },
});
