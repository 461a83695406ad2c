import type { RegimeRow } from '@mangnon/domain/reports/reports.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { formatDay } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { ButtonLink, PageLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DutyBar } from './duty-bar.tsx';
import { regimesQuery } from './reports.queries.ts';
import { useRegimeName } from './regime-words.ts';
import classes from './reports.module.css';

const route = getRouteApi('/frame/che-do-bao-cao');

/** Every reporting clause of adopted plans, and how the report that is due next stands. */
export function RegimesPage() {
  const t = useText();
  const { keHoach } = route.useSearch();
  const list = useQuery(regimesQuery(keHoach));
  const columns = useColumns();
  const { rows, total = 0 } = list.data ?? {};
  return (
    <>
      <PageHeading
        title={t('reports.title')}
        state={t('reports.state')}
        action={
          keHoach === undefined ? null : (
            <ButtonLink variant="default" to="/che-do-bao-cao" search={{}}>
              {t('reports.all')}
            </ButtonLink>
          )
        }
      />
      {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {rows === undefined ? (
        list.error ? null : (
          <output>{t('app.loading', { what: t('reports.title') })}</output>
        )
      ) : rows.length === 0 ? (
        <EmptyState
          title={t('reports.none')}
          action={<ButtonLink to="/ke-hoach">{t('reports.none.plans')}</ButtonLink>}
        >
          <p>{t('reports.none.text')}</p>
        </EmptyState>
      ) : (
        <>
          <output className={classes['soft']}>{t('reports.found', { shown: rows.length, total })}</output>
          <DataTable label={t('reports.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        </>
      )}
    </>
  );
}

function useColumns(): readonly Column<RegimeRow>[] {
  const t = useText();
  const nameOf = useRegimeName();
  return [
    {
      key: 'name',
      label: t('reports.column.name'),
      heads: true,
      width: '22%',
      render: (regime) => (
        <PageLink to="/che-do-bao-cao/$regimeId" params={{ regimeId: regime.id }}>
          {nameOf(regime)}
        </PageLink>
      ),
    },
    { key: 'plan', label: t('reports.column.plan'), render: ({ plan }) => plan.number ?? plan.title },
    {
      key: 'receiver',
      label: t('reports.column.receiver'),
      render: ({ receiver }) => receiver ?? t('reports.lack.receiver'),
    },
    {
      key: 'due',
      label: t('reports.column.due'),
      whole: true,
      render: ({ current }) => (current === null ? t('reports.lack.due') : formatDay(current.dueOn)),
    },
    {
      key: 'stands',
      label: t('reports.column.stands'),
      width: '34%',
      render: ({ current, lacks }) =>
        current !== null && current.units > 0 ? (
          <DutyBar counts={current.counts} units={current.units} />
        ) : (
          <span className={classes['soft']}>
            {lacks.length === 0
              ? t('reports.nobody')
              : t('reports.lacks', { what: lacks.map((lack) => t(`reports.lack.${lack}`)).join('; ') })}
          </span>
        ),
    },
  ];
}
