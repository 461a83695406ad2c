import { accountStates } from '@mangnon/domain/access/accounts.api.ts';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { PlaceBox } from '../../places/place-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { SearchBox } from '../../platform/search-box.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { getToday } from '../../platform/today.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OpenRecoveries } from '../recovery/open-recoveries.tsx';
import { AccountTable } from './account-table.tsx';
import { accountsQuery } from './accounts.queries.ts';
import classes from './accounts.module.css';

const route = getRouteApi('/frame/tai-khoan');

/** Search as one types; what is asked stands in the address, so that Back finds it. */
export function AccountsPage() {
  const t = useText();
  const may = useMay();
  const { tim = '', noi, la } = route.useSearch();
  const navigate = route.useNavigate();
  const search = {
    ...(tim !== '' && { q: tim }),
    ...(noi !== undefined && { placeId: noi }),
    ...(la !== undefined && { state: la }),
  };
  const list = useInfiniteQuery(accountsQuery(search));
  const first = list.data?.pages[0];
  const accounts = list.data?.pages.flatMap((page) => page.accounts) ?? [];
  const asked = Object.keys(search).length > 0;

  return (
    <>
      <PageHeading
        title={t('accounts.title')}
        state={first ? t('accounts.state', first.found) : undefined}
        action={may('access.account.create') ? <ButtonLink to="/tai-khoan/moi">{t('invite.new')}</ButtonLink> : null}
      />
      <OpenRecoveries />
      <div className={classes['asked']}>
        <SearchBox
          label={t('accounts.search')}
          description={t('accounts.search.hint')}
          value={tim}
          onWords={(words) => void navigate({ search: (old) => ({ ...old, tim: words || undefined }), replace: true })}
        />
        <PlaceBox
          label={t('accounts.place')}
          description={t('accounts.place.hint')}
          on={getToday()}
          value={noi === undefined ? null : (first?.place ?? null)}
          onPlace={(place) => void navigate({ search: (old) => ({ ...old, noi: place?.id }), replace: true })}
        />
        <NativeSelect
          label={t('accounts.column.state')}
          value={la ?? ''}
          data={[
            { value: '', label: t('accounts.state.any') },
            ...accountStates.map((state) => ({ value: state, label: t(`accounts.state.${state}`) })),
          ]}
          onChange={(event) => {
            const state = accountStates.find((one) => one === event.currentTarget.value);
            void navigate({ search: (old) => ({ ...old, la: state }), replace: true });
          }}
        />
      </div>
      {asked ? (
        <p>
          <ButtonLink to="/tai-khoan" search={{}} variant="default" size="compact-sm">
            {t('accounts.all')}
          </ButtonLink>
        </p>
      ) : null}
      {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {accounts.length > 0 ? <AccountTable accounts={accounts} /> : null}
      {list.data && accounts.length === 0 ? (
        <EmptyState title={t(asked ? 'accounts.none.found' : 'accounts.none')}>
          <p>{t(asked ? 'accounts.none.found.text' : 'accounts.none.text')}</p>
        </EmptyState>
      ) : null}
      {list.hasNextPage ? (
        <p>
          <Button variant="default" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('accounts.more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
