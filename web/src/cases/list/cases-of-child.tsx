import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import classes from '../../children/children.module.css';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { casesQuery } from '../cases.queries.ts';
import { CaseTable } from './case-table.tsx';
import { OpenCaseDialog } from './open-case.dialog.tsx';

/** Every case of one child that this person may see. */
export function CasesOfChild({ childId, canOpen }: { childId: string; canOpen: boolean }) {
  const t = useText();
  const [opening, setOpening] = useState(false);
  const list = useInfiniteQuery(casesQuery({ childId }));
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? [];
  return (
    <section className={classes['section']} aria-labelledby="vu-viec">
      <div className={classes['sectionHead']}>
        <h2 id="vu-viec">{t('cases.ofChild')}</h2>
        {canOpen ? <Button onClick={() => setOpening(true)}>{t('cases.open')}</Button> : null}
      </div>
      {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {rows.length > 0 ? <CaseTable label={t('cases.ofChild')} rows={rows} /> : null}
      {list.data && rows.length === 0 ? <p className={classes['soft']}>{t('cases.ofChild.none')}</p> : null}
      {list.hasNextPage ? (
        <Button variant="default" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('children.more')}
        </Button>
      ) : null}
      {opening ? <OpenCaseDialog childId={childId} onClose={() => setOpening(false)} /> : null}
    </section>
  );
}
