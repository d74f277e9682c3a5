import { Fact } from '../annexe';
import { defineRowRule, refDraft, refTo } from '../lint';
import { quote, squeeze } from '../text';

/** Codes of the transversal axes: "Atr_EgF/H". */
const TRANSVERSAL = /^atr[\s_.-]/i;
/** At 2024 a contract makes its own codes: any short word with a figure. */
const CODE_PROPRE = /^(?=.*\d)\S{1,20}$/;

export const refFormat = defineRowRule({
  id: 'ref-format',
  severity: 'erreur',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.refParticuliere,
  summary: 'Une référence n’est pas écrite selon le modèle.',
  why: 'Pilier, axe et rang se lisent dans la référence (PCOS_AS3_002) : écrite autrement, elle échappe aux recherches, aux tris et aux totaux.',
  messages: {
    ecriture: (facts) =>
      `La référence ${quote(String(facts['ref']))} n’est pas écrite selon le modèle ; remplacez-la par ${quote(String(facts['reparee']))}.`,
    espaces: (facts) =>
      `La référence ${quote(String(facts['ref']))} contient des espaces en trop ou des caractères invisibles ; ôtez-les.`,
    illisible: (facts) =>
      `La référence ${quote(String(facts['ref']))} ne se lit pas ; écrivez-la sur le modèle « PCOS_AS3_002 » : pilier, axe, rang.`,
  },
  check(row, report) {
    const { ref, millesime } = row;
    if (ref.forme === 'joker' || ref.lettre) return;
    const propre = squeeze(ref.texte);
    const canonique = ref.forme === 'canonique';
    if (!canonique && !accepted(propre, ref.forme, millesime)) {
      report('ref', () => ({ message: 'illisible', facts: { ref: ref.texte } }));
    } else if (propre !== ref.texte && (!canonique || propre === ref.normalisee)) {
      report('ref', () => ({ message: 'espaces', facts: { ref: propre }, fixes: [refTo(propre, 'sure')] }));
    } else if (canonique && !ref.propre) {
      report('ref', () => ({
        message: 'ecriture',
        facts: { ref: ref.texte, reparee: row.refReparee() },
        fixes: [refDraft(row, ref)],
      }));
    }
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'Atr_EgF/H', bop: '137' },
          { ref: 'PHCV_AS2_*', objectif: 'Organiser la lutte' },
        ],
      },
      {
        lignes: [
          { ref: 'A1_03', objectif: 'Agir' },
          { ref: '1.2.3', objectif: 'Aider' },
        ],
        millesime: 2024,
      },
    ],
    invalid: [
      {
        lignes: [
          'Pilier Développement économique et emploi',
          'Axe stratégique 1 : Besoins des entreprises',
          { ref: 'pdee-as1-1', objectif: 'Développer des outils de GPEC' },
          { ref: 'PDEE_AS1_002 ', objectif: 'Créer une offre de formation' },
          { ref: 'A1_03', objectif: 'Accompagner le développement économique' },
        ],
        constats: [
          {
            ligne: 3,
            colonne: 'ref',
            message:
              'La référence « pdee-as1-1 » n’est pas écrite selon le modèle ; remplacez-la par « PDEE_AS1_001 ».',
            corrige: 'PDEE_AS1_001',
          },
          {
            ligne: 4,
            colonne: 'ref',
            message:
              'La référence « PDEE_AS1_002 » contient des espaces en trop ou des caractères invisibles ; ôtez-les.',
            corrige: 'PDEE_AS1_002',
          },
          {
            ligne: 5,
            colonne: 'ref',
            message:
              'La référence « A1_03 » ne se lit pas ; écrivez-la sur le modèle « PCOS_AS3_002 » : pilier, axe, rang.',
          },
        ],
      },
    ],
  },
});

function accepted(texte: string, forme: string, millesime: number): boolean {
  if (TRANSVERSAL.test(texte)) return true;
  return millesime === 2024 && (forme === 'code' || CODE_PROPRE.test(texte));
}
