/**
 * An act that needs more than the session has shown waits here, with all that was typed, until the person has shown
 * it or let it be; then it is sent again, or told as refused. What is asked later lies above what was asked before: a
 * key is registered only after a code, and the code is asked for meanwhile.
 */
export type StepUp = 'factor' | 'passkey' | 'new_passkey';

/** Which refusal of the server asks for what. */
export const stepUpOf: Readonly<Record<string, StepUp>> = {
  'platform.step_up_needed': 'factor',
  'platform.passkey_needed': 'passkey',
  'platform.passkey_missing': 'new_passkey',
};

let waiting: readonly { readonly asked: StepUp; readonly resolve: (shown: boolean) => void }[] = [];
let asked: readonly StepUp[] = [];
const listeners = new Set<() => void>();

function wait(next: typeof waiting): void {
  waiting = next;
  asked = [...new Set(waiting.map((one) => one.asked))];
  for (const listener of listeners) listener();
}

/** Resolves with `true` when it was shown, with `false` when the person let it be. */
export function askForStepUp(what: StepUp): Promise<boolean> {
  return new Promise((resolve) => wait([...waiting, { asked: what, resolve }]));
}

/** What is waited for, the latest last; the same list until something changes. */
export const listStepUps = (): readonly StepUp[] => asked;

/** Answers all that wait for this. */
export function answerStepUp(what: StepUp, shown: boolean): void {
  const answered = waiting.filter((one) => one.asked === what);
  wait(waiting.filter((one) => one.asked !== what));
  for (const { resolve } of answered) resolve(shown);
}

/** Calls `listener` at each change; the answer takes it away again. */
export function subscribeToStepUp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
