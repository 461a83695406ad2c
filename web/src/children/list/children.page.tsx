import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { childrenQuery } from '../children.queries.ts';
import { ChildSearch } from './child-search.tsx';
import { ChildTable } from './child-table.tsx';

/** The children this person may see, newest first, and the way to one by name. */
export function ChildrenPage() {
  const t = useText();
  const may = useMay();
  const [searching, setSearching] = useState(false);
  const list = useInfiniteQuery({ ...childrenQuery({}), enabled: !searching });
  const total = list.data?.pages[0]?.total ?? null;
  const rows = list.data?.pages.flatMap((page) => page.children) ?? [];
  return (
    <>
      <PageHeading
        title={t('children.title')}
        state={total === null ? undefined : t('children.count', { count: total })}
        action={
          may('children.child.create') ? <ButtonLink to="/tre-em/moi">{t('children.register')}</ButtonLink> : undefined
        }
      />
      <ChildSearch onAsked={setSearching} />
      {searching ? null : (
        <>
          {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
          {list.isPending ? <output>{t('app.loading', { what: t('children.what') })}</output> : null}
          {rows.length > 0 ? <ChildTable label={t('children.table')} rows={rows} /> : null}
          {list.data && rows.length === 0 ? (
            <EmptyState title={t('children.none')}>
              <p>{t('children.none.text')}</p>
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
      )}
    </>
  );
}
