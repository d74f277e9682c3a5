import { aPartirDe, depuisLe, jusqua } from '../../shared/referential';

it.each([
  ['2021-03-31', 'jusqu’au 31 mars 2021', 'depuis le 31 mars 2021', 'à partir du 31 mars 2021'],
  ['2021-01-01', 'jusqu’au 1er janvier 2021', 'depuis le 1er janvier 2021', 'à partir du 1er janvier 2021'],
  ['2019-04', 'jusqu’en avril 2019', 'depuis avril 2019', 'à partir d’avril 2019'],
  ['2017-05', 'jusqu’en mai 2017', 'depuis mai 2017', 'à partir de mai 2017'],
  ['2006', 'jusqu’en 2006', 'depuis 2006', 'à partir de 2006'],
])('tells %s with the preposition that its precision asks for', (date, until, since, from) => {
  expect([jusqua(date), depuisLe(date), aPartirDe(date)]).toEqual([until, since, from]);
});
