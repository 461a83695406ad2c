/**
 * Whether the session of this window still stands. When the server says it has ended, the page stays as it is,
 * with everything typed, and a sign-in form is laid over it; what waits to be saved waits for `waitForSession`.
 */
let ended = false;
const listeners = new Set<() => void>();

function tell(next: boolean): void {
  if (ended === next) return;
  ended = next;
  for (const listener of listeners) listener();
}

export const markSessionEnded = (): void => tell(true);
export const markSessionLive = (): void => tell(false);
export const isSessionEnded = (): boolean => ended;

/** Calls `listener` at each change; the answer takes it away again. */
export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves at once while the session stands, else when the person has signed in again. */
export function waitForSession(): Promise<void> {
  if (!ended) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribeToSession(() => {
      if (ended) return;
      stop();
      resolve();
    });
  });
}
