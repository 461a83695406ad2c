import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { useMay } from '../../../platform/session.queries.ts';
import { getToday } from '../../../platform/today.ts';
import { heatQuery, timelineQuery } from '../../../tasks/tasks.queries.ts';
import type { PlanTask } from '../arrange-tasks.ts';
import { arrangeTimeline } from './arrange-timeline.ts';
import { TaskTimeline } from './task-timeline.tsx';
import { TaskTree } from './task-tree.tsx';

/** The tasks of a plan as a tree or along time, with how they stand for who may see it. */
export function TaskViews({
  view,
  planId,
  tasks,
  sections,
}: {
  view: 'tree' | 'timeline';
  planId: string;
  tasks: readonly PlanTask[];
  sections: Plan['sections'];
}) {
  const t = useText();
  const may = useMay()('tasks.task.read');
  const heat = useQuery({ ...heatQuery(planId), enabled: may && view === 'tree' });
  const timeline = useQuery({ ...timelineQuery(planId), enabled: may && view === 'timeline' });
  const asked = view === 'tree' ? heat : timeline;
  if (asked.error) return <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  if (may && asked.isPending) return <output>{t('app.loading', { what: t('planViews.what') })}</output>;
  if (view === 'tree') return <TaskTree tasks={tasks} sections={sections} heat={heat.data} />;
  const { sentences = [], today = getToday() } = timeline.data ?? {};
  return <TaskTimeline timeline={arrangeTimeline(tasks, sentences, today)} />;
}
