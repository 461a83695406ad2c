import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Highlight } from '../document/highlight.ts';
import { useText } from '../../platform/language.tsx';
import classes from './plan.module.css';

/** Shows the sentence of a fact. The function stays the same, so that choosing draws no row again. */
export const PlanSourceContext = createContext<(factId: string) => void>(() => {});

/** Marks the rows of the chosen fact, on the elements themselves: a plan may have thousands of rows. */
export function markRows(activeId: string | null): void {
  for (const row of document.querySelectorAll('[data-fact][aria-current]')) row.removeAttribute('aria-current');
  if (activeId === null) return;
  for (const row of document.querySelectorAll(`[data-fact="${CSS.escape(activeId)}"]`)) {
    row.setAttribute('aria-current', 'true');
  }
}

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
  const show = useContext(PlanSourceContext);
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
      data-fact={factId}
      onClick={() => show(factId)}
    >
      {children}
    </button>
  );
}
