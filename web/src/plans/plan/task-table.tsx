import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { keyOf, nameOf } from './arrange-tasks.ts';
import type { PlanAgency, PlanTask } from './arrange-tasks.ts';
import { SourceButton } from './plan-source.tsx';
import classes from './plan.module.css';

/** A group of tasks: of one agency, whose name then stands above and not in each row, or of one stretch of time. */
export function TaskTable({
  label,
  tasks,
  agency,
  showLead,
}: {
  label: string;
  tasks: readonly PlanTask[];
  /** The agency whose tasks these are, where they are of one. */
  agency: PlanAgency | null;
  showLead: boolean;
}) {
  const t = useText();
  const names = (agencies: readonly PlanAgency[]) => agencies.map(nameOf).join('; ');
  const columns: Column<PlanTask>[] = [
    {
      key: 'task',
      label: t('plan.tasks.column.task'),
      heads: true,
      render: (task) => {
        const others = agency ? task.lead.filter((one) => keyOf(one) !== keyOf(agency)) : [];
        return (
          <>
            <SourceButton factId={task.id} hasSource={task.span !== null}>
              {task.text}
            </SourceButton>
            {others.length > 0 ? (
              <p className={classes['soft']}>{t('plan.tasks.together', { names: names(others) })}</p>
            ) : null}
            <PageLink
              to="/mach/$itemId"
              params={{ itemId: task.id }}
              className={`${classes['below']} not-printed`}
              fz="sm"
            >
              {t('law.follow.thread')}
            </PageLink>
          </>
        );
      },
    },
    ...(!showLead
      ? []
      : [
          {
            key: 'lead',
            label: t('plan.tasks.column.lead'),
            width: '24%',
            render: (task: PlanTask) => names(task.lead) || t('plan.tasks.general'),
          },
        ]),
    ...(tasks.every(({ coordinating }) => coordinating.length === 0)
      ? []
      : [
          {
            key: 'with',
            label: t('plan.tasks.column.with'),
            width: '24%',
            render: (task: PlanTask) => names(task.coordinating) || '–',
          },
        ]),
    { key: 'due', label: t('plan.tasks.column.due'), width: '9.5rem', render: (task) => <TaskDue due={task.due} /> },
  ];
  return <DataTable fixed label={label} columns={columns} rows={tasks} rowKey={(task) => task.id} />;
}

/** As printed, with the day it means. That it has passed is no lateness: whether it was done stands with the tasks. */
function TaskDue({ due }: { due: PlanTask['due'] }) {
  const t = useText();
  if (!due) return t('plan.due.none');
  const to = due.to ? formatDay(due.to) : null;
  return (
    <span>
      {due.text}
      {to && !due.text.includes(to) ? (
        <>
          <br />
          <span className={classes['soft']}>{t('plan.due.to', { to })}</span>
        </>
      ) : null}
      {due.to && due.to < getToday() ? (
        <>
          <br />
          <span className={classes['soft']}>{t('plan.due.past')}</span>
        </>
      ) : null}
    </span>
  );
}
