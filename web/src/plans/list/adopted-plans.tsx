import type { PlanSummary } from '@mangnon/domain/plans/plans.api.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { SearchBox } from '../../platform/search-box.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { plansQuery } from '../plans.queries.ts';
import classes from './adopted-plans.module.css';

const route = getRouteApi('/frame/ke-hoach');

/** The adopted plans with a search that forgives; what is searched stands in the address, so that Back finds it. */
export function AdoptedPlans() {
  const t = useText();
  const { tim = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const columns = useColumns();
  const found = useQuery(plansQuery(tim));

  const ask = (words: string) => void navigate({ search: words === '' ? {} : { tim: words }, replace: true });
  const plans = found.data?.plans ?? [];
  return (
    <section aria-labelledby="da-thong-qua">
      <div className={classes['head']}>
        <h2 id="da-thong-qua">{t('plans.adopted')}</h2>
        <SearchBox
          ref={input}
          label={t('plans.search')}
          description={t('plans.search.hint')}
          value={tim}
          onWords={ask}
          className={classes['search'] ?? ''}
        />
      </div>
      <output className={classes['found']}>
        {tim !== '' && found.data && !found.isPlaceholderData
          ? t(plans.length > 0 ? 'plans.search.found' : 'plans.search.none', { count: plans.length, words: tim })
          : ''}
      </output>
      {found.error ? (
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : plans.length > 0 ? (
        <DataTable label={t('plans.adopted')} columns={columns} rows={plans} rowKey={(plan) => plan.id} />
      ) : tim === '' ? null : (
        <Button
          variant="default"
          onClick={() => {
            ask('');
            input.current?.focus();
          }}
        >
          {t('plans.search.clear')}
        </Button>
      )}
    </section>
  );
}

function useColumns(): readonly Column<PlanSummary>[] {
  const t = useText();
  const { language } = useLanguage();
  const unknown = t('plans.unknown');
  return [
    {
      key: 'title',
      label: t('plans.column.title'),
      heads: true,
      render: (plan) => (
        <PageLink to="/ke-hoach/$planId" params={{ planId: plan.id }}>
          {plan.title}
        </PageLink>
      ),
    },
    { key: 'number', label: t('plans.column.number'), whole: true, render: (plan) => plan.number ?? unknown },
    { key: 'issuer', label: t('plans.column.issuer'), render: (plan) => plan.issuer ?? unknown },
    {
      key: 'issued',
      label: t('plans.column.issued'),
      render: (plan) => (plan.issuedOn ? formatDay(plan.issuedOn) : unknown),
    },
    ...(['tasks', 'agencies', 'targets'] as const).map((what): Column<PlanSummary> => ({
      key: what,
      label: t(`plans.column.${what}`),
      numeric: true,
      render: (plan) => formatNumber(plan.counts[what], language),
    })),
    {
      key: 'adopted',
      label: t('plans.column.adopted'),
      render: (plan) => `${plan.adoptedBy}, ${formatInstant(plan.adoptedAt)}`,
    },
  ];
}
