import { createFormulas } from '../../shared/formulas';
import { associateFunctions } from '../excel';
import { createBookStore } from '../functions/bookStore';
import { createLiveCalls } from '../functions/liveCall';
import { referential, RULES } from './composition';

/** What the workbook holds for the formulas; the pane feeds it, since both live in one page. */
export const book = createBookStore();
export const formulas = createFormulas(referential, RULES, book);

const live = createLiveCalls(formulas, book, (work, ms) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
});

associateFunctions(formulas, live);
