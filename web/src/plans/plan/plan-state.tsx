import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { countDays, getToday } from '../../platform/today.ts';
import { findTaskDates, keyOf } from './arrange-tasks.ts';
import { arrangeCalendar, findNextReport } from './report-calendar.ts';

/** How the plan stands and what comes next, in sentences. */
export function PlanState({ plan }: { plan: Plan }) {
  const t = useText();
  const today = getToday();
  const agencies = new Set(plan.tasks.flatMap(({ lead }) => lead.map(keyOf))).size;
  const dates = findTaskDates(plan.tasks, today);
  const nextReport = findNextReport(arrangeCalendar(plan.reporting), today);
  const left = (date: string) => {
    const days = countDays(today, date);
    return days === 0 ? t('plan.left.today') : t('plan.left.days', { days });
  };
  return [
    t('plan.state', {
      tasks: plan.tasks.length,
      agencies,
      targets: plan.targets.length,
      reporting: plan.reporting.length,
    }),
    dates.next
      ? t('plan.next.task', { when: formatDay(dates.next.date), left: left(dates.next.date), count: dates.next.count })
      : null,
    dates.passed > 0 ? t('plan.overdue', { count: dates.passed }) : null,
    nextReport ? t('plan.next.report', { when: formatDay(nextReport), left: left(nextReport) }) : null,
    !dates.next && !nextReport ? t('plan.next.none') : null,
  ]
    .filter(Boolean)
    .join(' ');
}
