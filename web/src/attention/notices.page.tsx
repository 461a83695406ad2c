import { noticeKinds } from '@mangnon/domain/attention/notice-kinds.ts';
import { readNotices, type Notice } from '@mangnon/domain/attention/notices.api.ts';
import { Button, Group } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../platform/format.ts';
import { useLanguage, useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import classes from './attention.module.css';
import { noticesQuery } from './attention.queries.ts';

const route = getRouteApi('/frame/thong-bao');

/** What a person was told, the newest first. Going to the record marks it as read. */
export function NoticesPage() {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const { chuaDoc = false } = route.useSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    noticesQuery(chuaDoc),
  );
  const mark = useMutation({
    mutationFn: (body: { ids: string[] | null; read: boolean }) => call(readNotices, { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  });
  const notices = data?.pages.flatMap((page) => page.notices) ?? [];
  const unread = data?.pages.at(-1)?.unread ?? 0;

  return (
    <>
      <PageHeading
        title={t('notices.title')}
        state={t('notices.state', { count: unread })}
        action={
          unread > 0 ? (
            <Button disabled={mark.isPending} onClick={() => mark.mutate({ ids: null, read: true })}>
              {t('notices.readAll')}
            </Button>
          ) : null
        }
      />
      <Group gap="md" mb="sm">
        <Button
          variant="default"
          aria-pressed={chuaDoc}
          onClick={() => void navigate({ search: chuaDoc ? {} : { chuaDoc: true }, replace: true })}
        >
          {t(chuaDoc ? 'notices.showAll' : 'notices.showUnread')}
        </Button>
        <PageLink to="/tai-khoan-cua-toi">{t('notices.choice')}</PageLink>
      </Group>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {mark.error ? <ErrorNotice error={mark.error} /> : null}
      {data !== undefined && notices.length === 0 ? (
        <EmptyState title={t(chuaDoc ? 'notices.none.unread' : 'notices.none')}>{t('notices.none.text')}</EmptyState>
      ) : null}
      {notices.length > 0 ? (
        <ul className={classes['list']} aria-label={t('notices.list')}>
          {notices.map((notice) => (
            <li key={notice.id} {...(notice.read ? {} : { 'data-unread': true })}>
              <div className={classes['words']}>
                <p className={classes['kind']}>
                  {notice.read ? null : <span className="for-screen-readers">{t('notices.unread')} </span>}
                  {noticeKinds[notice.kind].one[language]}
                </p>
                <p>
                  <a
                    href={notice.path}
                    onClick={() => {
                      if (!notice.read) mark.mutate({ ids: [notice.id], read: true });
                    }}
                  >
                    {notice.title ?? t('notices.open')}
                  </a>
                </p>
                <p className={classes['soft']}>{tellWhen(notice)}</p>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                disabled={mark.isPending}
                onClick={() => mark.mutate({ ids: [notice.id], read: !notice.read })}
              >
                {t(notice.read ? 'notices.markUnread' : 'notices.markRead')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {hasNextPage ? (
        <Button variant="default" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('notices.more')}
        </Button>
      ) : null}
    </>
  );

  function tellWhen({ kind, at, dueOn }: Notice): string {
    const when = formatInstant(at);
    if (dueOn === null) return when;
    // A visit is on a day, and is not due.
    const isVisit = kind === 'visit_planned' || kind === 'visit_moved';
    return t(isVisit ? 'notices.on' : 'notices.due', { day: formatDay(dueOn), at: when });
  }
}
