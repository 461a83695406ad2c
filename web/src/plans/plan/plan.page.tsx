import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { PlanInspections } from '../../inspections/list/plan-inspections.tsx';
import { PlanCascade } from '../../law/plan/plan-cascade.tsx';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useKeyHelp } from '../../platform/key-help.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { GiveButton } from '../../tasks/giving/give-button.tsx';
import { PlanProgress } from '../../tasks/list/plan-progress.tsx';
import { planQuery } from '../plans.queries.ts';
import { PlanBases } from './plan-bases.tsx';
import { PlanDocument, PlanDocumentSheet } from './plan-document.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanReporting } from './plan-reporting.tsx';
import { markRows, PlanSourceContext } from './plan-source.tsx';
import { PlanState } from './plan-state.tsx';
import { PlanTargets } from './plan-targets.tsx';
import { PlanPapers } from '../writing/versions/plan-papers.tsx';
import { PlanTasks } from './plan-tasks.tsx';
import classes from './plan.module.css';

const route = getRouteApi('/frame/ke-hoach/$planId');

export function PlanPage() {
  const t = useText();
  const { planId } = route.useParams();
  const { cau } = route.useSearch();
  const plan = useQuery(planQuery(planId));
  if (plan.error) {
    return (
      <>
        <Crumbs trail={[{ label: t('plans.title'), to: '/ke-hoach' }]} here={t('plan.what')} />
        <PageHeading title={t('error.title')} />
        <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} />
      </>
    );
  }
  if (!plan.data) return <output>{t('app.loading', { what: t('plan.what') })}</output>;
  return <PlanView key={`${planId} ${cau ?? ''}`} plan={plan.data} asked={cau} />;
}

function PlanView({ plan, asked }: { plan: Plan; asked: string | undefined }) {
  const t = useText();
  const wide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const [activeId, setActiveId] = useState<string | null>(asked ?? null);
  const [sheetOpen, setSheetOpen] = useState(asked !== undefined);

  const show = useCallback((factId: string) => {
    setActiveId(factId);
    setSheetOpen(true);
  }, []);
  useEffect(() => markRows(activeId), [activeId]);

  /** From a passage to its row: the row comes into sight and takes the keyboard. */
  function find(factId: string) {
    setActiveId(factId);
    setSheetOpen(false);
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(factId)}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  }

  useKeyHelp(
    useMemo(
      () => [
        { keys: '← →', does: t('document.keys.next') },
        { keys: 'Enter', does: t('document.keys.choose') },
      ],
      [t],
    ),
  );

  const name = plan.heading.number ?? plan.heading.title;
  return (
    <PlanSourceContext value={show}>
      <Crumbs trail={[{ label: t('plans.title'), to: '/ke-hoach' }]} here={name} />
      <PageHeading
        title={plan.heading.title}
        state={<PlanState plan={plan} />}
        action={
          <>
            {wide ? null : (
              <Button variant="default" onClick={() => setSheetOpen(true)}>
                {t('plan.document.open')}
              </Button>
            )}
            <Button variant="default" onClick={() => window.print()}>
              {t('plan.print')}
            </Button>
            <GiveButton planId={plan.id} />
          </>
        }
      />
      <PlanPapers plan={plan} />
      <div className={classes['panes']}>
        {wide ? (
          <div className="not-printed">
            <PlanDocument plan={plan} activeId={activeId} onChoose={find} />
          </div>
        ) : null}
        <Facts plan={plan} />
      </div>
      {wide ? null : (
        <PlanDocumentSheet
          plan={plan}
          activeId={activeId}
          onChoose={find}
          opened={sheetOpen}
          onClose={() => setSheetOpen(false)}
        />
      )}
    </PlanSourceContext>
  );
}

/** Everything read from the document; drawn once, choosing among it draws nothing again. */
const Facts = memo(function Facts({ plan }: { plan: Plan }) {
  return (
    <div className={classes['facts']}>
      <PlanFacts plan={plan} />
      <PlanCascade planId={plan.id} />
      <PlanProgress planId={plan.id} />
      <PlanInspections planId={plan.id} />
      <PlanTasks planId={plan.id} sections={plan.sections} tasks={plan.tasks} moved={plan.movedAgencies} />
      <PlanTargets targets={plan.targets} />
      <PlanReporting planId={plan.id} reports={plan.reporting} />
      <PlanBases bases={plan.legalBases} />
    </div>
  );
});
