import { accept } from '@mangnon/domain/kernel/result.ts';
import { getMyManuscripts, type WaitingManuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { reachOfWriting } from '@mangnon/domain/plans/writing/writing-reach.ts';
import { findHeldPosts } from '../../access/held-posts.queries.ts';
import { findHolders } from '../../access/holders.queries.ts';
import { implementRead } from '../../platform/action/action.ts';
import { listWaiting, type WaitingRow } from './waiting-manuscripts.queries.ts';

/** The part of «My work» that plans being written have: as many statements for many as for one. */
export const mine = implementRead(getMyManuscripts, {
  async answer(_, { database, actor }) {
    const rows = await listWaiting(database, actor.accountId);
    const held = await findHeldPosts(database, actor.accountId);
    const holders = await findHolders(database, [...new Set(rows.map(({ placeId }) => placeId))]);
    const reachIn = (row: WaitingRow) =>
      reachOfWriting(
        held,
        holders.filter(({ placeId }) => placeId === row.placeId),
        row,
      );
    const waits = (row: WaitingRow) => {
      const { approve, edit, issue, signed } = reachIn(row);
      if (row.state === 'approved') return issue;
      return row.state === 'sent_back' ? edit && row.wrote : approve && !(signed && row.wrote);
    };
    const of = (state: WaitingRow['state']) => rows.filter((row) => row.state === state && waits(row)).map(present);
    return accept({ toApprove: of('submitted'), toIssue: of('approved'), sentBack: of('sent_back') });
  },
});

function present({ id, title, issuer, since, by, reason }: WaitingRow): WaitingManuscript {
  return { id, title: title ?? '', issuer, since: since.toISOString(), by, reason };
}
