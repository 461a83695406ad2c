import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isSessionEnded, subscribeToSession } from '../platform/session-state.ts';

const SessionEndedDialog = lazy(async () => ({
  default: (await import('./session-ended-dialog.tsx')).SessionEndedDialog,
}));

/** Lays the sign-in form over the page while its session is at an end. */
export function SessionEnded() {
  const ended = useSyncExternalStore(subscribeToSession, isSessionEnded);
  return ended ? (
    <Suspense fallback={null}>
      <SessionEndedDialog />
    </Suspense>
  ) : null;
}
