import { assignTasks } from '@mangnon/domain/tasks/assignment.api.ts';
import type { Assignment } from '@mangnon/domain/tasks/assignment.api.ts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { RefusalError } from '../../platform/refusal-error.ts';
import { planQuery } from '../../plans/plans.queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useGradually } from '../../ui/use-gradually.ts';
import { assignmentQuery, tasksKey } from '../tasks.queries.ts';
import {
  draftOf,
  isClear,
  itemsOf,
  needsChoice,
  unitKeyOf,
  unitsToGet,
  type GiveDraft,
  type GiveDrafts,
  type Sentence,
} from './give-draft.ts';
import { SentenceRow } from './sentence-row.tsx';
import classes from './giving.module.css';

const route = getRouteApi('/frame/ke-hoach/$planId/giao-viec');
const views = ['all', 'choose', 'open', 'given'] as const;
type View = (typeof views)[number];

/** Gives the sentences of a plan to units. */
export function GivingPage() {
  const t = useText();
  const { planId } = route.useParams();
  const plan = useQuery(planQuery(planId));
  const assignment = useQuery(assignmentQuery(planId));
  const { heading } = plan.data ?? {};
  return (
    <>
      <Crumbs
        trail={[
          { label: t('plans.title'), to: '/ke-hoach' },
          { label: heading?.number ?? heading?.title ?? t('plan.what'), to: '/ke-hoach/$planId', params: { planId } },
        ]}
        here={t('giving.title')}
      />
      {assignment.data ? (
        <Giving key={planId} planId={planId} assignment={assignment.data} />
      ) : (
        <>
          <PageHeading title={t('giving.title')} />
          {assignment.error ? (
            <ErrorNotice error={assignment.error} onRetry={() => void assignment.refetch()} />
          ) : (
            <output>{t('app.loading', { what: t('giving.what') })}</output>
          )}
        </>
      )}
    </>
  );
}

function Giving({ planId, assignment }: { planId: string; assignment: Assignment }) {
  const t = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<GiveDrafts>({});
  const [view, setView] = useState<View>('all');
  const { sentences, place, can } = assignment;
  const items = itemsOf(sentences, drafts);
  const give = useMutation({
    mutationFn: () => call(assignTasks, { params: { planId }, body: { items } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: tasksKey });
      setDrafts({});
    },
  });
  const { reset } = give;
  const change = useCallback(
    (planTaskId: string, draft: GiveDraft) => {
      setDrafts((old) => ({ ...old, [planTaskId]: draft }));
      reset();
    },
    [reset],
  );

  const clear = sentences.filter((one) => isClear(one, draftOf(drafts, one)));
  const choose = sentences.filter((one) => needsChoice(one, draftOf(drafts, one)));
  const shown = sentences.filter((one) => isShown(view, one, draftOf(drafts, one)));
  const drawn = useGradually(shown.length, 30, 60);
  const refused = refusedSentence(give.error, items, sentences);
  const tasks = items.reduce((sum, { units }) => sum + units.length, 0);
  const units = new Set(items.flatMap((item) => item.units.map(unitKeyOf))).size;

  return (
    <>
      <PageHeading
        title={t('giving.title')}
        state={t('giving.state', {
          total: sentences.length,
          given: sentences.filter(({ given }) => given.length > 0).length,
          clear: clear.length,
          choose: choose.length,
        })}
      />
      {place === null ? (
        <Notice tone="doubt" title={t('giving.noPlace')}>
          <p>{t('giving.noPlace.text')}</p>
        </Notice>
      ) : can.assign ? null : (
        <Notice tone="calm" title={t('giving.mayNot')} />
      )}
      {sentences.length === 0 ? (
        <EmptyState title={t('giving.none')}>
          <p>{t('giving.none.text')}</p>
        </EmptyState>
      ) : (
        <div className={classes['tools']}>
          <NativeSelect
            label={t('giving.show')}
            value={view}
            data={views.map((value) => ({ value, label: t(`giving.show.${value}`) }))}
            onChange={(event) => setView(views.find((one) => one === event.currentTarget.value) ?? 'all')}
          />
          {can.assign && clear.length > 0 ? (
            <Button
              variant="default"
              onClick={() => {
                setDrafts((old) => ({
                  ...old,
                  ...Object.fromEntries(
                    clear.map((one) => [one.planTaskId, { ...draftOf(old, one), ticked: true }] as const),
                  ),
                }));
                give.reset();
              }}
            >
              {t('giving.tickClear', { count: clear.length })}
            </Button>
          ) : null}
          {items.length > 0 ? (
            <Button
              variant="subtle"
              onClick={() =>
                setDrafts((old) =>
                  Object.fromEntries(Object.entries(old).map(([id, draft]) => [id, { ...draft, ticked: false }])),
                )
              }
            >
              {t('giving.untick')}
            </Button>
          ) : null}
        </div>
      )}
      {shown.length === 0 && sentences.length > 0 ? <p>{t('giving.show.none')}</p> : null}
      <ol aria-label={t('giving.list')} className={classes['sentences']}>
        {shown.slice(0, drawn).map((sentence) => (
          <SentenceRow
            key={sentence.planTaskId}
            sentence={sentence}
            draft={draftOf(drafts, sentence)}
            mayGive={can.assign}
            refusal={refused?.planTaskId === sentence.planTaskId ? refused.error.sentence[language] : undefined}
            onDraft={change}
          />
        ))}
      </ol>
      {can.assign ? (
        <div className={classes['bar']}>
          {give.data ? (
            <Notice
              tone="calm"
              alert
              title={t('giving.done', {
                given: give.data.given,
                periods: give.data.periods,
                already: give.data.alreadyGiven,
              })}
              actions={
                <ButtonLink variant="default" to="/nhiem-vu" search={{ keHoach: planId }}>
                  {t('giving.done.see')}
                </ButtonLink>
              }
            />
          ) : null}
          {refused ? (
            <Notice tone="danger" alert title={t('giving.refused')}>
              <p>{t('giving.refused.text', { position: refused.position })}</p>
            </Notice>
          ) : give.error ? (
            <ErrorNotice error={give.error} />
          ) : null}
          <div className={classes['act']}>
            <output>{t('giving.ticked', { sentences: items.length, tasks, units })}</output>
            <Button disabled={items.length === 0 || give.isPending} onClick={() => give.mutate()}>
              {give.isPending ? t('giving.giving') : t('giving.give', { count: tasks })}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

function isShown(view: View, sentence: Sentence, draft: GiveDraft): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'choose':
      return needsChoice(sentence, draft) || draft.added.length > 0;
    case 'open':
      return sentence.given.length === 0 || unitsToGet(sentence, draft).length > 0;
    case 'given':
      return sentence.given.length > 0;
  }
}

/** The sentence a refusal speaks of: `body.items.3.units.0` is the fourth one sent. */
function refusedSentence(error: unknown, items: readonly { planTaskId: string }[], sentences: readonly Sentence[]) {
  if (!(error instanceof RefusalError)) return null;
  const at = /^body\.items\.(\d+)/.exec(error.where ?? '')?.[1];
  const planTaskId = at === undefined ? undefined : items[Number(at)]?.planTaskId;
  const sentence = sentences.find((one) => one.planTaskId === planTaskId);
  return sentence === undefined ? null : { error, planTaskId: sentence.planTaskId, position: sentence.position };
}
