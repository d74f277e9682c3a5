import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { plural, quote } from '../text';

const BOTH = Fact.cible | Fact.indicateurPlusieurs;

export const cibleAmbigue = defineRowRule({
  id: 'cible-ambigue',
  severity: 'avertissement',
  needs: ['indicateur', 'cible'],
  columns: ['cible'],
  on: Fact.cible,
  summary: 'On ne sait pas à quel indicateur va la valeur cible.',
  why: 'Chacun lira la cible pour l’indicateur qui l’arrange ; le bilan ne pourra pas trancher.',
  messages: {
    ambigue: (facts) =>
      `La cible ${quote(String(facts['vu']))} est en face de ${plural(Number(facts['nombre']), 'indicateur')} ; dites auquel elle va : une valeur par indicateur, dans le même ordre.`,
  },
  check(row, report) {
    if ((row.facts & BOTH) !== BOTH) return;
    const nombre = row.indicateur.enonces.length;
    if (nombre < 2 || row.cible.valeurs.length === nombre) return;
    report('cible', () => ({ message: 'ambigue', facts: { vu: row.cible.texte, nombre } }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PCOS_AS5_001', indicateur: 'Part des crédits', cible: '30 %' }] },
      {
        lignes: [
          {
            ref: 'PDEE_AS3_002',
            indicateur: 'Part des filles/garçons en apprentissage\nPart des filles/garçons en CUI',
            cible: 'Apprentissage : 30 %\nCUI : 12 %',
          },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PDEE_AS3_001',
            indicateur: 'Part du QPV couverts par des points de contact\nSignature du contrat par les CCI (oui-non)',
            cible: '100 %',
          },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'cible',
            message:
              'La cible « 100 % » est en face de 2 indicateurs ; dites auquel elle va : une valeur par indicateur, dans le même ordre.',
          },
        ],
      },
    ],
  },
});
