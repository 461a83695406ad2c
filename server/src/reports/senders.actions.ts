import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { tellSender } from '@mangnon/domain/reports/reports.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findRegime, fitsPlace, insertSender, lockRegime } from './regimes.queries.ts';

export const tell = implementWrite(tellSender, {
  async load({ params }, { database }) {
    await lockRegime(database, params.regimeId);
    const regime = await findRegime(database, params.regimeId);
    return regime === undefined ? refuse('reports.not_found') : accept(regime);
  },
  async authorise({ placeId }, { database, actor }) {
    return actsForPlace(await findHeldPosts(database, actor.accountId), 'reports.regime.edit', placeId);
  },
  async handle({ body: { agencyId } }, { id, placeId }, { database, actor, now, audit }) {
    audit({ regimeId: id, agencyId });
    if (placeId === null || !(await fitsPlace(database, agencyId, placeId))) {
      return refuse('reports.sender_unfit', { where: 'body.agencyId' });
    }
    await insertSender(database, id, agencyId, { accountId: actor.accountId, now });
    return accept({ regimeId: id });
  },
});
