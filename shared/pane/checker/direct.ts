import type { Rule } from '../../lint';
import type { Referential } from '../../referential';
import { createChecker, type AsyncDesk, type Checker } from './checker';
import { createDesk, type Desk } from './desk';

/** The check in the pane's own thread: for tests, and where no worker can be had. A long sheet then holds the pane while it is judged. */
export function createDirectChecker(referential: Referential, rules: readonly Rule[]): Checker {
  return createChecker({ desk: later(createDesk(referential, rules)), stop: () => undefined });
}

function later(desk: Desk): AsyncDesk {
  return {
    begin: async (start) => desk.begin(start),
    add: async (slice) => desk.add(slice),
    check: async (partiel) => desk.check(partiel),
    edit: async (changes) => desk.edit(changes),
    traces: async (rows) => desk.traces(rows),
    setAcceptances: async (list) => desk.setAcceptances(list),
    accept: async (id, accord) => desk.accept(id, accord),
    findings: async (query) => desk.findings(query),
    plan: async () => desk.plan(),
    card: async (row) => desk.card(row),
    coverage: async (query) => desk.coverage(query),
    regles: async () => desk.regles(),
    marks: async () => desk.marks(),
  };
}
