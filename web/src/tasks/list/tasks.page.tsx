import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TaskFilter, TaskRow } from '@mangnon/domain/tasks/tasks.api.ts';
import { call } from '../../platform/api.ts';
import { exportTasks } from '@mangnon/domain/tasks/task-exports.api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ExportButton } from '../../platform/workbook/export-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { TaskListSearch } from './task-search.ts';
import { overviewQuery, tasksQuery } from '../tasks.queries.ts';
import { totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { useMay } from '../../platform/session.queries.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Overview } from './overview.tsx';
import { TaskFilters } from './task-filters.tsx';
import { TaskGrid } from './task-grid.tsx';
import { useChosenRows } from './use-chosen-rows.ts';
import classes from './tasks.module.css';

const noRows: readonly TaskRow[] = [];
const route = getRouteApi('/frame/nhiem-vu');

/** Every task period this person may see: how they stand, and the list of them. */
export function TasksPage() {
  const t = useText();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const by = search.theo ?? 'agency';
  const part = {
    tinhTrang: undefined,
    tim: undefined,
    denHan: undefined,
    nhap: undefined,
    cho: undefined,
    doiHan: undefined,
  };
  const scope = filterOf({ ...search, ...part, noiQuyet: undefined });
  const overview = useQuery({ ...overviewQuery(scope, by), placeholderData: keepPreviousData });
  const list = useQuery({ ...tasksQuery(filterOf(search)), placeholderData: keepPreviousData });
  const change = (part: object) =>
    void navigate({ search: (old) => withoutEmpty({ ...old, ...part }), replace: true, resetScroll: false });
  const { rows, total = 0, today = '' } = list.data ?? {};
  const mayAct = useMay()('tasks.task.assign');
  const chosen = useChosenRows(rows ?? noRows);
  const error = list.error ?? overview.error;
  const nothing = Object.keys(scope).length === 0 && overview.data !== undefined && totalOf(overview.data.counts) === 0;
  return (
    <>
      <PageHeading
        title={t('taskList.title')}
        state={
          overview.data
            ? t('taskList.state', { total: totalOf(overview.data.counts), waiting: overview.data.waiting })
            : undefined
        }
      />
      {error ? (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void list.refetch();
            void overview.refetch();
          }}
        />
      ) : null}
      {nothing ? (
        <EmptyState
          title={t('taskList.none')}
          action={<ButtonLink to="/ke-hoach">{t('taskList.none.plans')}</ButtonLink>}
        >
          <p>{t('taskList.none.text')}</p>
        </EmptyState>
      ) : (
        <>
          {overview.data ? <Overview overview={overview.data} by={by} onBy={(theo) => change({ theo })} /> : null}
          <section aria-labelledby="danh-sach">
            <h2 id="danh-sach">{t('taskList.list')}</h2>
            <TaskFilters search={search} head={list.data?.head ?? null} onChange={change} />
            {rows === undefined ? (
              error ? null : (
                <output>{t('app.loading', { what: t('taskList.what') })}</output>
              )
            ) : (
              <>
                <output className={classes['soft']}>
                  {rows.length < total
                    ? t('taskList.cut', {
                        shown: formatNumber(rows.length, language),
                        total: formatNumber(total, language),
                      })
                    : t('taskList.shown', { count: total })}
                </output>
                {total > 0 ? (
                  <ExportButton
                    label={t('taskList.export')}
                    load={() => call(exportTasks, { query: filterOf(search) })}
                    tellDone={({ fileName, rows: count }) => t('taskList.export.done', { fileName, count })}
                  />
                ) : null}
                {mayAct ? <BulkBar rows={rows} chosen={chosen} today={today} total={total} /> : null}
                {rows.length > 0 ? (
                  <TaskGrid
                    label={t('taskList.table')}
                    rows={rows}
                    today={today}
                    chosen={mayAct ? chosen : undefined}
                  />
                ) : null}
              </>
            )}
          </section>
        </>
      )}
    </>
  );
}

/** The filter of the contract out of the words of the address. */
function filterOf(search: { readonly [Key in keyof TaskListSearch]: TaskListSearch[Key] | undefined }): TaskFilter {
  return withoutEmpty({
    planId: search.keHoach,
    planTaskId: search.viec,
    agencyId: search.coQuan,
    placeId: search.diaBan,
    status: search.tinhTrang,
    dueFrom: search.tuNgay,
    dueTo: search.denNgay,
    dueNone: search.khongHan === true ? 'true' : undefined,
    q: search.tim,
    dueSoFar: search.denHan === true ? 'true' : undefined,
    entered: search.nhap,
    dueMoved: search.doiHan,
    headId: search.nguoi,
    waitsFor: search.cho,
    deciderId: search.noiQuyet,
  });
}

function withoutEmpty(values: Readonly<Record<string, string | boolean | undefined>>): Record<string, never> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, never>;
}
