import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Highlight } from '../document/highlight.ts';
import { useText } from '../../platform/language.tsx';
import classes from './plan.module.css';

/** Which fact's sentence is shown, and how to show another. */
export const PlanSourceContext = createContext<{ activeId: string | null; show: (factId: string) => void }>({
  activeId: null,
  show: () => {},
});

/** The facts of a plan as passages of its document. */
export function listHighlights(plan: Plan): Highlight[] {
  const kinds = [
    ['task', plan.tasks],
    ['target', plan.targets],
    ['reporting', plan.reporting],
    ['legal_basis', plan.legalBases],
  ] as const;
  return kinds.flatMap(([kind, facts]) =>
    facts.flatMap(({ id, span }): Highlight[] => (span ? [{ id, kind, span }] : [])),
  );
}

/** The words of a fact; a click shows the sentence they were read from. */
export function SourceButton({
  factId,
  hasSource,
  children,
}: {
  factId: string;
  hasSource: boolean;
  children: ReactNode;
}) {
  const t = useText();
  const { activeId, show } = useContext(PlanSourceContext);
  if (!hasSource) {
    return (
      <>
        {children} <span className={classes['soft']}>({t('plan.document.none')})</span>
      </>
    );
  }
  return (
    <button
      type="button"
      className={classes['source']}
      title={t('plan.document.show')}
      {...(activeId === factId ? { 'aria-current': 'true' as const } : {})}
      data-fact={factId}
      onClick={() => show(factId)}
    >
      {children}
    </button>
  );
}
