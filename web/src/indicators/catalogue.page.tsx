import { subjects } from '@mangnon/domain/indicators/indicator.ts';
import type { IndicatorLine } from '@mangnon/domain/indicators/indicators.api.ts';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useLanguage, useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { SearchBox } from '../platform/search-box.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExportIndicators, ImportIndicators } from './exchange.tsx';
import { catalogueQuery } from './indicators.queries.ts';
import classes from './indicators.module.css';

const route = getRouteApi('/frame/chi-so');

/** All indicators, found by words, by the text that names them, by subject; what is asked for stands in the address. */
export function CataloguePage() {
  const t = useText();
  const { tim = '', vanBan = null, linhVuc = null } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(catalogueQuery({ q: tim, text: vanBan, subject: linhVuc }));
  const columns = useColumns();
  const indicators = found.data?.indicators ?? [];
  const ask = (asked: { tim?: string; vanBan?: string; linhVuc?: (typeof subjects)[number] }) =>
    void navigate({ search: asked, replace: true });
  const words = tim === '' ? {} : { tim };
  const text = vanBan === null ? {} : { vanBan };
  const subject = linhVuc === null ? {} : { linhVuc };
  const texts = (found.data?.texts ?? []).map(({ number, indicators: count }) => ({
    value: number,
    label: t('indicators.text.of', { number, count }),
  }));
  return (
    <>
      <PageHeading
        title={t('indicators.title')}
        state={t('indicators.state')}
        action={
          <>
            <ExportIndicators />
            {found.data?.can.edit ? <ImportIndicators /> : null}
          </>
        }
      />
      <div className={classes['tools']}>
        <SearchBox
          label={t('indicators.search')}
          description={t('indicators.search.hint')}
          value={tim}
          onWords={(typed) => ask({ ...text, ...subject, ...(typed === '' ? {} : { tim: typed }) })}
          className={classes['search'] ?? ''}
        />
        <Select
          label={t('indicators.text')}
          placeholder={t('indicators.all')}
          clearable
          className={classes['choice'] ?? ''}
          value={vanBan}
          data={[...texts, { value: 'own', label: t('indicators.text.own') }]}
          onChange={(chosen) => ask({ ...words, ...subject, ...(chosen === null ? {} : { vanBan: chosen }) })}
        />
        <Select
          label={t('indicators.area')}
          placeholder={t('indicators.all')}
          clearable
          className={classes['choice'] ?? ''}
          value={linhVuc}
          data={subjects.map((one) => ({ value: one, label: t(`indicators.area.${one}`) }))}
          onChange={(chosen) => ask({ ...words, ...text, ...(chosen === null ? {} : { linhVuc: chosen }) })}
        />
      </div>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <output className={classes['finding']}>
        {found.data
          ? t('indicators.found', { count: indicators.length })
          : t('app.loading', { what: t('indicators.one') })}
      </output>
      {indicators.length > 0 ? (
        <DataTable label={t('indicators.title')} columns={columns} rows={indicators} rowKey={({ code }) => code} />
      ) : null}
      {found.data && indicators.length === 0 ? (
        <EmptyState
          title={t('indicators.none')}
          action={
            <Button variant="default" onClick={() => ask({})}>
              {t('indicators.none.clear')}
            </Button>
          }
        >
          {t('indicators.none.lead')}
        </EmptyState>
      ) : null}
    </>
  );
}

function useColumns(): readonly Column<IndicatorLine>[] {
  const t = useText();
  const { language } = useLanguage();
  return [
    {
      key: 'name',
      label: t('indicators.column.name'),
      heads: true,
      width: '46%',
      render: ({ code, name }) => (
        <PageLink to="/chi-so/$code" params={{ code }}>
          {name[language]}
        </PageLink>
      ),
    },
    {
      key: 'kind',
      label: t('indicators.column.kind'),
      width: '12%',
      render: ({ kind }) => t(`indicators.kind.${kind}`),
    },
    { key: 'unit', label: t('indicators.column.unit'), render: ({ unit }) => unit[language] },
    {
      key: 'texts',
      label: t('indicators.column.texts'),
      render: ({ texts }) => (texts.length === 0 ? t('indicators.own') : texts.join(', ')),
    },
    {
      key: 'formula',
      label: t('indicators.column.formula'),
      width: '18%',
      render: ({ formulaTrust }) => t(`indicators.formula.${formulaTrust ?? 'none'}`),
    },
  ];
}
