import { AsyncLocalStorage } from 'node:async_hooks';

/** The statements sent on behalf of one request, so that tests can say: as many for a hundred rows as for one. */
export interface StatementCount {
  readonly statements: string[];
}

const current = new AsyncLocalStorage<StatementCount>();

/** Runs `work` and collects every statement it sends into `count`. */
export function countStatements<T>(count: StatementCount, work: () => Promise<T>): Promise<T> {
  return current.run(count, work);
}

export function countStatement(text: string): void {
  current.getStore()?.statements.push(text);
}
