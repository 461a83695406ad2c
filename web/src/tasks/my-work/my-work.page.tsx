import { useQuery } from '@tanstack/react-query';
import type { MyWork } from '@mangnon/domain/tasks/tasks.api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { myWorkQuery } from '../tasks.queries.ts';
import { WorkPart, WorkRow } from './work-rows.tsx';

/** What burns, what waits for this person, what is due soon, what waits for others. */
export function MyWorkPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(myWorkQuery);
  if (error) {
    return (
      <>
        <PageHeading title={t('work.title')} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <output>{t('app.loading', { what: t('work.what') })}</output>;
  return <Work work={data} />;
}

function Work({ work }: { work: MyWork }) {
  const t = useText();
  const { today } = work;
  const sentBack = new Set(work.sentBack.map(({ periodId }) => periodId));
  // What was sent back and is overdue too stands once, with both words.
  const burning = [...work.sentBack, ...work.overdue.filter(({ periodId }) => !sentBack.has(periodId))];
  const waiting = work.toDecide.length + work.toAnswer.length;
  const soon = work.dueSoon.filter(({ periodId }) => !sentBack.has(periodId));
  const none = burning.length + waiting + soon.length + work.underWay.length + work.waitingForOthers.length === 0;
  return (
    <>
      <PageHeading
        title={t('work.title')}
        state={none ? undefined : t('work.state', { burning: burning.length, waiting })}
      />
      {none ? (
        <EmptyState title={t('work.none')} action={<ButtonLink to="/ke-hoach">{t('work.none.plans')}</ButtonLink>}>
          {t('work.none.text')}
        </EmptyState>
      ) : null}
      <WorkPart title={t('work.burning')} hint={t('work.burning.hint')}>
        {burning.map((row) => (
          <WorkRow
            key={row.periodId}
            row={row}
            today={today}
            {...(sentBack.has(row.periodId) ? { mark: t('work.sentBack') } : {})}
          />
        ))}
      </WorkPart>
      <WorkPart title={t('work.waiting')} hint={t('work.waiting.hint')}>
        {[
          ...work.toDecide.map((row) => <WorkRow key={row.periodId} row={row} today={today} />),
          ...work.toAnswer.map((one) => (
            <li key={one.id}>
              <PageLink to="/nhiem-vu/$taskId" params={{ taskId: one.taskId }} hash={one.periodId}>
                {one.words}
              </PageLink>
              <span>{one.unit.name}</span>
              <span>{t('work.since', { at: formatInstant(one.since) })}</span>
              <strong>{t(`work.kind.${one.kind}`)}</strong>
            </li>
          )),
        ]}
      </WorkPart>
      <WorkPart title={t('work.soon')}>
        {soon.map((row) => (
          <WorkRow key={row.periodId} row={row} today={today} />
        ))}
      </WorkPart>
      <WorkPart title={t('work.underWay')} hint={t('work.underWay.hint')}>
        {work.underWay.map((row) => (
          <WorkRow key={row.periodId} row={row} today={today} />
        ))}
      </WorkPart>
      <WorkPart title={t('work.others')} hint={t('work.others.hint')}>
        {work.waitingForOthers.map((row) => (
          <WorkRow key={row.periodId} row={row} today={today} />
        ))}
      </WorkPart>
    </>
  );
}
