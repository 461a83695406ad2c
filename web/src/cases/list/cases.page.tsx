import { caseStates } from '@mangnon/domain/cases/cases.api.ts';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import classes from '../../children/children.module.css';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { casesQuery } from '../cases.queries.ts';
import { CaseTable } from './case-table.tsx';

const route = getRouteApi('/frame/ho-so');

/** The cases this person may see, newest first. */
export function CasesPage() {
  const t = useText();
  const { la, cuaToi } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(casesQuery({ state: la, mine: cuaToi ? 'yes' : undefined }));
  const total = list.data?.pages[0]?.total ?? null;
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const asked = la !== undefined || cuaToi === true;
  return (
    <>
      <PageHeading
        title={t('cases.title')}
        state={total === null ? undefined : t(asked ? 'cases.count.asked' : 'cases.count', { count: total })}
      />
      <div className={classes['asked']}>
        <NativeSelect
          label={t('cases.column.state')}
          value={la ?? ''}
          data={[
            { value: '', label: t('cases.state.any') },
            ...caseStates.map((state) => ({ value: state, label: t(`cases.state.${state}`) })),
          ]}
          onChange={(event) => {
            const state = caseStates.find((one) => one === event.currentTarget.value);
            void navigate({ search: (old) => ({ ...old, la: state }), replace: true });
          }}
        />
        <Checkbox
          label={t('cases.mine')}
          checked={cuaToi === true}
          onChange={(event) => {
            const mine = event.currentTarget.checked ? true : undefined;
            void navigate({ search: (old) => ({ ...old, cuaToi: mine }), replace: true });
          }}
        />
      </div>
      {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <output>{t('app.loading', { what: t('cases.what') })}</output> : null}
      {rows.length > 0 ? <CaseTable label={t('cases.table')} rows={rows} /> : null}
      {list.data && rows.length === 0 ? (
        <EmptyState title={t(asked ? 'cases.none.asked' : 'cases.none')}>
          <p>{t(asked ? 'cases.none.asked.text' : 'cases.none.text')}</p>
        </EmptyState>
      ) : null}
      {list.hasNextPage ? (
        <p>
          <Button variant="default" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('children.more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
