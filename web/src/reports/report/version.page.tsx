import type { ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { saveCells } from '@mangnon/domain/reports/versions.api.ts';
import { versionStateWords } from '@mangnon/domain/reports/version-words.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../../platform/session.queries.ts';
import { countDays } from '../../platform/today.ts';
import { Notice } from '../../ui/notice.tsx';
import { createEntryStore, type EntryStore } from '../entry/entry-store.ts';
import { layoutOf, readForm } from '../entry/entry-tools.ts';
import { ReportEntry } from '../entry/report-entry.tsx';
import { createUnsentCells } from '../entry/unsent-cells.ts';
import { VersionPapers } from '../papers/report-papers.tsx';
import { versionQuery } from '../reports.queries.ts';
import { Acts } from './acts.tsx';
import { Differences } from './differences.tsx';
import { Narrative } from './narrative.tsx';
import { StepsAndVersions } from './steps.tsx';
import classes from './report.module.css';

const route = getRouteApi('/frame/bao-cao/$versionId');

/** A report of a unit: typed, signed, sent, received, corrected. */
export function VersionPage() {
  const t = useText();
  const { versionId } = route.useParams();
  const found = useQuery(versionQuery(versionId));
  if (found.data) return <VersionView key={versionId} page={found.data} />;
  if (!found.error) return <output>{t('app.loading', { what: t('version.one') })}</output>;
  return (
    <>
      <PageHeading title={t('error.title')} />
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
    </>
  );
}

/** The grid's memory: made once, told of what others typed each time the page is asked anew. */
function useStore(page: ReportVersionPage): EntryStore {
  const { person } = useSession();
  const queryClient = useQueryClient();
  const [store] = useState(() => {
    const { cells } = readForm(page);
    return createEntryStore({
      layout: layoutOf(page),
      cells: page.cells,
      me: person.name,
      unsent: createUnsentCells(localStorage, person.id, page.id),
      now: () => Date.now(),
      save: async (batch) => {
        const changes = [...batch].flatMap(([key, change]) => {
          const cell = cells.get(key);
          return cell === undefined ? [] : [{ ...change, code: cell.code, parts: { ...cell.parts } }];
        });
        const answer = await call(saveCells, { params: { versionId: page.id }, body: { changes } });
        // Who signs is told at once when nothing stands in the way any more, or does again; a correction shows what it changes.
        const { queryKey } = versionQuery(page.id);
        const { can, blocked } = queryClient.getQueryData(queryKey) ?? page;
        if (page.version > 1 || can.sign || blocked.some(({ act }) => act === 'sign'))
          void queryClient.invalidateQueries({ queryKey });
        return answer;
      },
    });
  });
  useEffect(() => store.takeCells(page.cells), [store, page]);
  const { edit } = page.can;
  useEffect(() => {
    if (!edit) return undefined;
    store.start();
    const online = () => void store.flush();
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
      store.stop();
    };
  }, [store, edit]);
  return store;
}

function VersionView({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const store = useStore(page);
  const [remarks, setRemarks] = useState<ReadonlyMap<string, string>>(new Map());
  const day = formatDay(page.period.dueOn);
  const unit = page.unit.name;
  const { can } = page;
  return (
    <>
      <Crumbs
        trail={[
          { label: t('reports.title'), to: '/che-do-bao-cao' },
          {
            label: page.regime.planNumber ?? page.regime.planTitle,
            to: '/che-do-bao-cao/$regimeId',
            params: { regimeId: page.regime.id },
          },
        ]}
        here={t('version.here', { unit, day })}
      />
      <PageHeading
        title={t('version.title', { unit, day })}
        state={<StateWords page={page} />}
        action={<Acts page={page} store={store} remarks={remarks} onSentBack={() => setRemarks(new Map())} />}
      />
      <Told page={page} />
      {page.tables.length === 0 ? (
        <Notice
          tone="doubt"
          title={t('version.noForm')}
          actions={
            <ButtonLink variant="default" to="/che-do-bao-cao/$regimeId/bieu-mau" params={{ regimeId: page.regime.id }}>
              {t('version.noForm.set')}
            </ButtonLink>
          }
        >
          <p>{t('version.noForm.text')}</p>
        </Notice>
      ) : (
        <ReportEntry
          page={page}
          store={store}
          writes={can.edit}
          remarks={can.decide ? remarks : null}
          onRemark={(key, words) =>
            setRemarks((before) => {
              const next = new Map(before);
              if (words === '') next.delete(key);
              else next.set(key, words);
              return next;
            })
          }
        />
      )}
      <Differences page={page} />
      <Narrative page={page} />
      <VersionPapers versionId={page.id} />
      <StepsAndVersions page={page} />
    </>
  );
}

/** How the report stands and what this person does now. */
function StateWords({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const { language } = useLanguage();
  const { can, period, state, late, regime } = page;
  const left = countDays(page.today, period.dueOn);
  const when =
    late === null
      ? t(left < 0 ? 'version.overdue' : 'version.daysLeft', { days: Math.abs(left) })
      : t(late ? 'version.late' : 'version.onTime');
  const todo = can.decide ? 'decide' : can.send ? 'send' : can.sign ? 'sign' : can.edit ? 'write' : 'wait';
  return (
    <>
      <strong data-state={state} className={classes['state']}>
        {t('version.state', { state: versionStateWords[state][language] })}
      </strong>{' '}
      {page.version > 1 ? `${t('version.number', { number: page.version - 1 })} ` : null}
      {when} {t('version.counted', { from: formatDay(period.cutStart), to: formatDay(period.cutEnd) })}{' '}
      {regime.receiver === null ? null : `${t('version.receiver', { receiver: regime.receiver })} `}
      {t(`version.todo.${todo}`)}
    </>
  );
}

/** What stands in the way, why it is a correction, and what the receiver said. */
function Told({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const { language } = useLanguage();
  const { state, remarks, steps } = page;
  const blocked = page.blocked.filter(({ act, code }) => {
    // Of another state there is nothing to say: the act is simply not there.
    return code !== 'reports.wrong_state' && !(act === 'send' && state === 'draft');
  });
  const names = readForm(page).names;
  const last = steps.findLast(({ step }) => step === 'send_back');
  const sentBack = state === 'draft' && last !== undefined ? last : null;
  const onCells = remarks.filter(({ key }) => key !== null);
  return (
    <>
      {page.reason === null ? null : <p>{t('version.reason', { reason: page.reason })}</p>}
      {sentBack === null ? null : (
        <Notice tone="doubt" title={t('version.sentBack')}>
          <p>
            {t('version.sentBack.whole', {
              by: sentBack.takenBy,
              at: formatInstant(sentBack.takenAt),
              words: sentBack.words ?? '',
            })}
          </p>
          {onCells.length === 0 ? null : (
            <>
              <p>{t('version.sentBack.cells', { count: onCells.length })}</p>
              <ul>
                {onCells.map(({ id, key, words }) => (
                  <li key={id}>
                    {names.get(key ?? '')?.[language] ?? key}: {words}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      {blocked.length === 0 ? null : (
        <Notice tone="calm" title={t('version.blocked')}>
          {blocked.map(({ act, words }) => (
            <p key={act}>{t('version.blocked.one', { act: t(`version.act.${act}`), why: words[language] })}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
