import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { TaskFindings } from '../../inspections/task-findings.tsx';
import crumbs from '../../platform/crumbs.module.css';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTaskWords } from '../task-words.ts';
import { taskQuery } from '../tasks.queries.ts';
import { CancelTask } from './cancel-task.tsx';
import { PeriodPart } from './period-part.tsx';
import { TaskFacts } from './task-facts.tsx';
import classes from './task.module.css';

const route = getRouteApi('/frame/nhiem-vu/$taskId');

/** One task: the thread it hangs on, whose it is, and how each period stands. */
export function TaskPage() {
  const t = useText();
  const { taskId } = route.useParams();
  const { data, error, refetch } = useQuery(taskQuery(taskId));
  if (!data && error) {
    return (
      <>
        <PageHeading title={t('task.title')} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        <p>
          <PageLink to="/nhiem-vu">{t('task.toList')}</PageLink>
        </p>
      </>
    );
  }
  if (!data) return <output>{t('app.loading', { what: t('task.what') })}</output>;
  return <TaskView key={taskId} task={data} />;
}

function TaskView({ task }: { task: Task }) {
  const t = useText();
  const asked = useLocation({ select: ({ hash }) => hash });
  const chosen = task.periods.find(({ id }) => id === asked) ?? findPeriodNow(task);
  return (
    <>
      <Thread task={task} period={chosen} />
      <PageHeading
        title={task.words}
        documentTitle={t('task.title')}
        state={
          task.accountable === null
            ? t('task.state', { unit: task.unit.name })
            : t('task.state.accountable', { unit: task.unit.name, ...task.accountable })
        }
      />
      {task.cancelled === null ? null : (
        <Notice
          tone="doubt"
          title={t('task.cancelled', { day: formatDay(task.cancelled.on), byText: task.cancelled.byText })}
        />
      )}
      <section>
        <h2 className="for-screen-readers">{t('task.periods')}</h2>
        {task.periods.map((period) => (
          <PeriodPart key={period.id} task={task} period={period} open={period === chosen} />
        ))}
      </section>
      <TaskFindings taskId={task.id} />
      <TaskFacts task={task} />
      {task.can.assign && task.periods.some(({ doneOn }) => doneOn === null) ? <CancelTask task={task} /> : null}
    </>
  );
}

/** The first period that has begun and is not done, else the last one done. */
function findPeriodNow({ periods }: Task): Task['periods'][number] | undefined {
  const open = periods.find(({ status }) => status === 'under_way_overdue' || status === 'under_way_in_time');
  return open ?? periods.findLast(({ doneOn }) => doneOn !== null) ?? periods[0];
}

/** The plan, its sentence, the unit, the period: each a link. */
function Thread({ task, period }: { task: Task; period: Task['periods'][number] | undefined }) {
  const t = useText();
  const words = useTaskWords();
  const { sentence, unit } = task;
  const params = { planId: sentence.planId };
  return (
    <nav aria-label={t('app.breadcrumbs')} className={`${crumbs['crumbs']} ${classes['thread']} not-printed`}>
      <ol>
        <li>
          <Link to="/ke-hoach/$planId" params={params}>
            {sentence.planNumber ?? sentence.planTitle}
          </Link>
        </li>
        <li>
          <Link to="/ke-hoach/$planId" params={params} search={{ cau: sentence.planTaskId }} title={sentence.text}>
            {sentence.section === '' ? t('task.sentence') : sentence.section}
          </Link>
        </li>
        <li>
          <Link to="/co-quan/danh-muc/$agencyId" params={{ agencyId: unit.agencyId }}>
            {unit.name}
          </Link>
        </li>
        <li aria-current="page">
          {period === undefined ? (
            t('task.title')
          ) : (
            <Link to="/nhiem-vu/$taskId" params={{ taskId: task.id }} hash={period.id}>
              {words.period(period.period) || t('task.title')}
            </Link>
          )}
        </li>
      </ol>
    </nav>
  );
}
