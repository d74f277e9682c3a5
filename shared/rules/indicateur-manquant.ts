import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const indicateurManquant = defineRowRule({
  id: 'indicateur-manquant',
  severity: 'info',
  needs: ['indicateur'],
  columns: ['indicateur'],
  on: Fact.objectifSansIndicateur,
  summary: 'Un objectif n’a pas d’indicateur.',
  why: 'Sans indicateur, l’évaluation ne pourra pas dire si l’objectif est atteint ; il ne compte pas dans la couverture.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 6, IV',
  messages: {
    vide: () => 'Cet objectif n’a pas d’indicateur ; choisissez ce qui le mesurera.',
    aDefinir: (facts) =>
      `L’indicateur est ${quote(String(facts['vu']))} ; remplacez cette mention par ce qui mesurera l’objectif.`,
  },
  check(row, report) {
    report('indicateur', () => {
      const { etat, texte } = row.indicateur;
      return etat === 'a-definir' ? { message: 'aDefinir', facts: { vu: texte } } : { message: 'vide' };
    });
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PCOS_AS5_001', indicateur: 'Part des crédits alloués aux quartiers' }] },
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Agir', indicateur: '' },
          { bop: '163', service: 'DDCSPP', indicateur: 'Nombre de licenciés (données sexuées)' },
        ],
      },
      { lignes: [{ ref: 'PCOS_AS7_002', indicateur: 'Voir remarques ARS sur la trame de contrat de ville' }] },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PCOS_AS6_003',
            objectif: 'Mettre en place une maison de santé publique.',
            bop: '204',
            service: 'ARS',
          },
          { ref: 'PCOS_AS6_004', indicateur: 'En cours de définition' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'indicateur',
            message: 'Cet objectif n’a pas d’indicateur ; choisissez ce qui le mesurera.',
          },
          {
            ligne: 2,
            colonne: 'indicateur',
            message:
              'L’indicateur est « En cours de définition » ; remplacez cette mention par ce qui mesurera l’objectif.',
          },
        ],
      },
    ],
  },
});
