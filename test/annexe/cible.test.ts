import { parseCible, parseIndicateur } from '../../shared/annexe';

test.each([
  ['100,00%', 1, '%', '100 %'],
  ['30 %', 0.3, '%', null],
  ['≥ 30 %', 0.3, '%', null],
  ['au moins 30 %', 0.3, '%', null],
  ['80 % des jeunes', 0.8, '%', null],
  ['80,00 % des jeunes', 0.8, '%', '80 % des jeunes'],
  ['30 % en 2020', 0.3, '%', null],
  ['12 contrats d’ici à 2020', 12, 'contrats', null],
  ['au moins 30,00 % en 2020', 0.3, '%', null],
  ['2020', 2020, '', null],
])('%s', (text, valeur, unite, propre) => {
  expect(parseCible(text)).toEqual({
    texte: text,
    etat: 'lisible',
    valeurs: [{ libelle: null, valeur, unite }],
    propre,
  });
});

test.each([
  ['Hausse', 'qualitative'],
  ['#N/A', 'illisible'],
  ['en 2020', 'illisible'],
  ['à définir', 'a-definir'],
])('%s is %s', (text, etat) => {
  expect(parseCible(text)).toMatchObject({ etat, valeurs: [] });
});

test('a remembered text reads as it did, and a long one is read too', () => {
  const long = `Nombre de parents ${'très '.repeat(300)}assidus`;
  for (const text of ['Nombre de parents', long]) {
    expect(parseIndicateur(text)).toEqual(parseIndicateur(text));
    expect(parseIndicateur(text)).toEqual({ texte: text, etat: 'reel', enonces: [text.trim()] });
  }
});
