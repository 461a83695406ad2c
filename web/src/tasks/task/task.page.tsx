import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { StatusMark } from '../status-mark.tsx';
import { taskQuery } from '../tasks.queries.ts';
import { useTaskWords } from '../task-words.ts';

const route = getRouteApi('/frame/nhiem-vu/$taskId');

/** One task: what, whose, and how each period stands. */
export function TaskPage() {
  const t = useText();
  const words = useTaskWords();
  const { taskId } = route.useParams();
  const { data, error, refetch } = useQuery(taskQuery(taskId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <output>{t('app.loading', { what: t('task.what') })}</output>;
  return (
    <>
      <PageHeading title={data.words} state={data.unit.name} />
      {data.periods.map((period) => (
        <p key={period.id} id={period.id}>
          {words.period(period.period)} {words.due(period.dueOn)} <StatusMark status={period.status} />
        </p>
      ))}
    </>
  );
}
