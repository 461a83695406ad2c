/**
 * An act that cannot be undone asks for the second factor once more. The call that was refused waits here, with all
 * that was typed, until the person has shown it or let it be; then it is sent again, or told as refused.
 */
let waiting: ((shown: boolean) => void)[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Resolves with `true` when the second factor was shown, with `false` when the person let it be. */
export function askForStepUp(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    tell();
  });
}

export const isStepUpAsked = (): boolean => waiting.length > 0;

/** Answers all that wait. */
export function answerStepUp(shown: boolean): void {
  const asked = waiting;
  waiting = [];
  tell();
  for (const resolve of asked) resolve(shown);
}

/** Calls `listener` at each change; the answer takes it away again. */
export function subscribeToStepUp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
