import type { MovedAgency } from '@mangnon/domain/agencies/moved-agency.ts';
import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { SegmentedControl, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { filterTasks, groupByAgency, groupByTime, nameOf } from './arrange-tasks.ts';
import type { PlanTask } from './arrange-tasks.ts';
import { MovedHint } from './moved-hint.tsx';
import { TaskTable } from './task-table.tsx';
import { planViews } from './views/plan-views.ts';
import { TaskViews } from './views/task-views.tsx';
import classes from './plan.module.css';

const route = getRouteApi('/frame/ke-hoach/$planId');

/** From here on, groups out of sight are left undrawn. */
const many = 300;

/** Offices write quý IV/2026. */
const roman = ['I', 'II', 'III', 'IV'] as const;

type Order = 'agency' | 'time';

export function PlanTasks({
  planId,
  sections,
  tasks,
  moved,
}: {
  planId: string;
  sections: Plan['sections'];
  tasks: readonly PlanTask[];
  /** Agencies that have ended since. */
  moved: readonly MovedAgency[];
}) {
  const t = useText();
  const [order, setOrder] = useState<Order>('agency');
  const [words, setWords] = useState('');
  const { xem: view = 'table' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = filterTasks(tasks, words);
  const groups =
    order === 'agency'
      ? groupByAgency(found).map(({ key, agency, tasks: own }) => ({
          key,
          tasks: own,
          agency,
          name: agency ? nameOf(agency) : t('plan.tasks.general'),
        }))
      : groupByTime(found).map(({ key, quarter, tasks: own }) => ({
          key,
          tasks: own,
          agency: null,
          name: quarter
            ? t('plan.tasks.quarter', { year: quarter.year, quarter: roman[quarter.quarter - 1] ?? '' })
            : t('plan.tasks.undated'),
        }));
  return (
    <section aria-labelledby="nhiem-vu" className={classes['section']}>
      <h2 id="nhiem-vu">{t('plan.tasks')}</h2>
      {tasks.length === 0 ? (
        <p>{t('plan.tasks.empty')}</p>
      ) : (
        <div className={`${classes['tools']} not-printed`}>
          <TextInput
            data-search
            type="search"
            label={t('plan.tasks.filter')}
            description={t('plan.tasks.filter.hint')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            className={classes['filter'] ?? ''}
          />
          <SegmentedControl
            aria-label={t('planViews.choose')}
            value={view}
            onChange={(xem) => void navigate({ search: (old) => ({ ...old, xem }), replace: true, resetScroll: false })}
            transitionDuration={0}
            data={planViews.map((value) => ({ value, label: t(`planViews.view.${value}`) }))}
          />
          {view === 'table' ? (
            <SegmentedControl
              aria-label={t('plan.tasks.by')}
              value={order}
              onChange={(value) => setOrder(value)}
              transitionDuration={0}
              data={[
                { value: 'agency', label: t('plan.tasks.by.agency') },
                { value: 'time', label: t('plan.tasks.by.time') },
              ]}
            />
          ) : null}
        </div>
      )}
      <output className={`${classes['soft']} not-printed`}>
        {words.trim() === ''
          ? ''
          : found.length === 0
            ? t('plan.tasks.none', { words })
            : t('plan.tasks.found', { count: found.length })}
      </output>
      {view === 'table' ? (
        groups.map((group) => (
          <div key={group.key} className={classes['group']} {...(tasks.length > many ? { 'data-many': true } : {})}>
            <h3>{t('plan.tasks.group', { name: group.name, count: group.tasks.length })}</h3>
            <MovedHint moved={moved.find(({ agencyId }) => agencyId === group.agency?.agencyId)} />
            <TaskTable label={group.name} tasks={group.tasks} agency={group.agency} showLead={order === 'time'} />
          </div>
        ))
      ) : (
        <TaskViews view={view} planId={planId} tasks={found} sections={sections} />
      )}
    </section>
  );
}
