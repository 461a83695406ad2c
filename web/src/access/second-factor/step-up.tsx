import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isStepUpAsked, subscribeToStepUp } from '../../platform/step-up-state.ts';

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.tsx')).StepUpDialog }));

/** Lays the question for a code over the page while an act waits for it. */
export function StepUp() {
  const asked = useSyncExternalStore(subscribeToStepUp, isStepUpAsked);
  return asked ? (
    <Suspense fallback={null}>
      <StepUpDialog />
    </Suspense>
  ) : null;
}
