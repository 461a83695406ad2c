import { lazy, Suspense, useSyncExternalStore } from 'react';
import { listStepUps, subscribeToStepUp } from '../../platform/step-up-state.ts';

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.tsx')).StepUpDialog }));

/** Lays the question for a code or a key over the page while an act waits for it. */
export function StepUp() {
  const asked = useSyncExternalStore(subscribeToStepUp, listStepUps);
  return asked.length > 0 ? (
    <Suspense fallback={null}>
      {asked.map((what, level) => (
        <StepUpDialog key={what} asked={what} level={level} />
      ))}
    </Suspense>
  ) : null;
}
