import { countNotices, listNotices, noticesAtATime, readNotices } from '@mangnon/domain/attention/notices.api.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
import { countUnread, listOwnNotices, markNotices } from './notices.queries.ts';

/** What a person was told, seen and marked by that person alone. */
export const noticeActions: readonly Action[] = [
  implementRead(listNotices, {
    async answer({ query }, { actor, database }) {
      const asked = { unread: query.unread === 'yes', after: query.after, most: noticesAtATime + 1 };
      const found = await listOwnNotices(database, actor.accountId, asked);
      const unread = await countUnread(database, actor.accountId);
      return accept({ notices: found.slice(0, noticesAtATime), unread, more: found.length > noticesAtATime });
    },
  }),
  implementRead(countNotices, {
    background: true,
    answer: async (_input, { actor, database }) => accept({ unread: await countUnread(database, actor.accountId) }),
  }),
  implementWrite(readNotices, {
    load: nothingStored,
    authorise: () => true,
    async handle({ body }, _stored, { actor, database, now, audit }) {
      audit({ marked: await markNotices(database, actor.accountId, body.ids, body.read ? now : null) });
      return accept({ unread: await countUnread(database, actor.accountId) });
    },
  }),
];
