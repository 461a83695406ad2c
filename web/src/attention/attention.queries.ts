import { getMailState, getReminderSteps } from '@mangnon/domain/attention/mail-state.api.ts';
import { countNotices, listNotices } from '@mangnon/domain/attention/notices.api.ts';
import { getOwnMail } from '@mangnon/domain/attention/own-email.api.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

/** How often the bell asks, in milliseconds. */
const bellPause = 60_000;

export const noticeCountQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: ({ signal }) => call(countNotices, { signal }),
  refetchInterval: bellPause,
});

export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', unread],
    queryFn: ({ signal, pageParam }) =>
      call(listNotices, {
        query: { unread: unread ? 'yes' : 'no', ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.more ? (last.notices.at(-1)?.id ?? null) : null),
  });

export const ownMailQuery = queryOptions({
  queryKey: ['own-mail'],
  queryFn: ({ signal }) => call(getOwnMail, { signal }),
});

export const mailStateQuery = queryOptions({
  queryKey: ['mail-state'],
  queryFn: ({ signal }) => call(getMailState, { signal }),
});

export const reminderStepsQuery = queryOptions({
  queryKey: ['reminder-steps'],
  queryFn: ({ signal }) => call(getReminderSteps, { signal }),
});
