import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { noticeKindNames } from './notice-kinds.ts';

export const notice = z.object({
  id: z.uuid(),
  kind: z.enum(noticeKindNames),
  /** Where the record is, as a path of the screens. */
  path: z.string(),
  title: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  at: z.iso.datetime(),
  read: z.boolean(),
});
export type Notice = z.infer<typeof notice>;

/** Notices at a time; older ones are asked for by the last one seen. */
export const noticesAtATime = 50;

export const listNotices = defineEndpoint({
  method: 'GET',
  path: '/api/own/notices',
  summary: 'What the signed-in person was told, the newest first',
  operation: 'self',
  audit: null,
  query: z.strictObject({
    unread: z.enum(['yes', 'no']).default('no'),
    /** The last one seen before. */
    after: z.uuid().optional(),
  }),
  response: z.object({ notices: z.array(notice), unread: z.number().int(), more: z.boolean() }),
});

/** Asked by the bell of every page, every minute; it is no use of the session. */
export const countNotices = defineEndpoint({
  method: 'GET',
  path: '/api/own/notices/count',
  summary: 'How many notices the signed-in person has not read',
  operation: 'self',
  audit: null,
  response: z.object({ unread: z.number().int() }),
});

export const readNotices = defineEndpoint({
  method: 'POST',
  path: '/api/own/notices/read',
  summary: 'Marks own notices as read, or as unread again; without ids all of them',
  operation: 'self',
  audit: 'attention.notices.read',
  body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).nullable(), read: z.boolean() }),
  response: z.object({ unread: z.number().int() }),
});
