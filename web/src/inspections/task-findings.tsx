import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../platform/format.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { useMay } from '../platform/session.queries.ts';
import classes from './inspections.module.css';
import { taskFindingsQuery } from './inspections.queries.ts';
import { FindingMark } from './marks.tsx';

/** On a task's page: what inspections found about it; nothing where none did. */
export function TaskFindings({ taskId }: { taskId: string }) {
  const t = useText();
  const may = useMay()('inspections.inspection.read');
  const { data, error, refetch } = useQuery({ ...taskFindingsQuery(taskId), enabled: may });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.findings.length === 0) return null;
  return (
    <section className={classes['part']}>
      <h2>{t('inspections.task.title')}</h2>
      <ul className={classes['plain']} aria-label={t('inspections.task.title')}>
        {data.findings.map((one) => (
          <li key={one.id}>
            <p>
              <FindingMark kind={one.kind} />
            </p>
            <p className={classes['written']}>{one.words}</p>
            <p className={classes['soft']}>
              <PageLink to="/kiem-tra/$inspectionId" params={{ inspectionId: one.inspectionId }}>
                {one.basis}
              </PageLink>
              , {formatInstant(one.recordedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
