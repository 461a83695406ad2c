import { useQuery } from '@tanstack/react-query';
import type { getMyRecommendations } from '@mangnon/domain/inspections/conclusions.api.ts';
import type { getMyManuscripts } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { MyWork } from '@mangnon/domain/tasks/tasks.api.ts';
import type { z } from 'zod';
import { myRecommendationsQuery } from '../../inspections/inspections.queries.ts';
import { MyRecommendationRow } from '../../inspections/my-recommendation-row.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { MyManuscriptRow } from '../../plans/writing/list/my-manuscript-row.tsx';
import { myManuscriptsQuery } from '../../plans/writing/writing.queries.ts';
import { countDays } from '../../platform/today.ts';
import { useMay } from '../../platform/session.queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { myWorkQuery } from '../tasks.queries.ts';
import { WorkPart, WorkRow } from './work-rows.tsx';

/** As many days as «due soon» of tasks has (server/src/tasks/tasks.actions.ts). */
const soonDays = 14;

/** What burns, what waits for this person, what is due soon, what waits for others. */
export function MyWorkPage() {
  const t = useText();
  const work = useQuery(myWorkQuery);
  const may = useMay();
  const inspects = may('inspections.inspection.read');
  const writes = may('plans.writing.read');
  const asked = useQuery({ ...myRecommendationsQuery, enabled: inspects });
  const written = useQuery({ ...myManuscriptsQuery, enabled: writes });
  const error = work.error ?? asked.error ?? written.error;
  if (error) {
    return (
      <>
        <PageHeading title={t('work.title')} />
        <ErrorNotice
          error={error}
          onRetry={() =>
            void Promise.all([work.refetch(), inspects ? asked.refetch() : null, writes ? written.refetch() : null])
          }
        />
      </>
    );
  }
  if (!work.data || (inspects && !asked.data) || (writes && !written.data)) {
    return <output>{t('app.loading', { what: t('work.what') })}</output>;
  }
  return <Work work={work.data} recommendations={asked.data ?? none} manuscripts={written.data ?? noManuscripts} />;
}

type Recommendations = z.infer<typeof getMyRecommendations.response>;
const none: Recommendations = { toCarryOut: [], toDecide: [], today: '' };
type Manuscripts = z.infer<typeof getMyManuscripts.response>;
const noManuscripts: Manuscripts = { toApprove: [], toIssue: [], sentBack: [] };

interface Parts {
  readonly work: MyWork;
  readonly recommendations: Recommendations;
  readonly manuscripts: Manuscripts;
}

function Work({ work, recommendations, manuscripts }: Parts) {
  const t = useText();
  const { today } = work;
  const sentBack = new Set(work.sentBack.map(({ periodId }) => periodId));
  // What was sent back and is overdue too stands once, with both words.
  const burning = [...work.sentBack, ...work.overdue.filter(({ periodId }) => !sentBack.has(periodId))];
  const late = recommendations.toCarryOut.filter(({ overdue }) => overdue);
  const isNear = ({ dueOn }: { dueOn: string }) => countDays(today, dueOn) <= soonDays;
  const asked = recommendations.toCarryOut.filter(({ overdue }) => !overdue);
  const waiting =
    work.toDecide.length +
    work.toAnswer.length +
    recommendations.toDecide.length +
    manuscripts.toApprove.length +
    manuscripts.toIssue.length;
  const soon = work.dueSoon.filter(({ periodId }) => !sentBack.has(periodId));
  const now = burning.length + late.length + manuscripts.sentBack.length;
  const rest = soon.length + asked.length + work.underWay.length + work.waitingForOthers.length;
  const nothing = now + waiting + rest === 0;
  return (
    <>
      <PageHeading title={t('work.title')} state={nothing ? undefined : t('work.state', { burning: now, waiting })} />
      {nothing ? (
        <EmptyState title={t('work.none')} action={<ButtonLink to="/ke-hoach">{t('work.none.plans')}</ButtonLink>}>
          {t('work.none.text')}
        </EmptyState>
      ) : null}
      <WorkPart title={t('work.burning')} hint={t('work.burning.hint')}>
        {[
          ...burning.map((row) => (
            <WorkRow
              key={row.periodId}
              row={row}
              today={today}
              {...(sentBack.has(row.periodId) ? { mark: t('work.sentBack') } : {})}
            />
          )),
          ...late.map((row) => <MyRecommendationRow key={row.id} row={row} today={today} />),
          ...manuscripts.sentBack.map((row) => <MyManuscriptRow key={row.id} row={row} state="sent_back" />),
        ]}
      </WorkPart>
      <WorkPart title={t('work.waiting')} hint={t('work.waiting.hint')}>
        {[
          ...manuscripts.toApprove.map((row) => <MyManuscriptRow key={row.id} row={row} state="submitted" />),
          ...manuscripts.toIssue.map((row) => <MyManuscriptRow key={row.id} row={row} state="approved" />),
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
          ...recommendations.toDecide.map((row) => (
            <MyRecommendationRow key={row.id} row={row} today={today} decides />
          )),
        ]}
      </WorkPart>
      <WorkPart title={t('work.soon')}>
        {[
          ...soon.map((row) => <WorkRow key={row.periodId} row={row} today={today} />),
          ...asked.filter(isNear).map((row) => <MyRecommendationRow key={row.id} row={row} today={today} />),
        ]}
      </WorkPart>
      <WorkPart title={t('work.underWay')} hint={t('work.underWay.hint')}>
        {[
          ...work.underWay.map((row) => <WorkRow key={row.periodId} row={row} today={today} />),
          ...asked
            .filter((row) => !isNear(row))
            .map((row) => <MyRecommendationRow key={row.id} row={row} today={today} />),
        ]}
      </WorkPart>
      <WorkPart title={t('work.others')} hint={t('work.others.hint')}>
        {work.waitingForOthers.map((row) => (
          <WorkRow key={row.periodId} row={row} today={today} />
        ))}
      </WorkPart>
    </>
  );
}
