import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { addFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import { getUnit } from '@mangnon/domain/tasks/units.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead } from '../platform/action/action.ts';
import { toDecideOf } from './heads.actions.ts';
import { listWaiting } from './heads.queries.ts';
import { seesHindrances } from './held-units.ts';
import { findUnitOffice } from './sister-units.queries.ts';
import { listFigures } from './unit-figures.queries.ts';
import { findUnits, unitKey } from './units.queries.ts';

export const getOne = implementRead(getUnit, {
  async answer({ params }, { database, actor, now }) {
    const today = vietnamDay(now);
    const unit = (await findUnits(database, [params], today)).get(unitKey(params));
    if (unit === undefined)
      return refuse('tasks.unit_unknown', { details: { agency: params.agencyId, place: params.placeId } });
    const { agencyId, placeId, provinceId, name, placeName } = unit;
    const held = await findHeldPosts(database, actor.accountId);
    const months = await listFigures(database, { provinceId, placeId, agencyId }, 'month', today);
    const office = await findUnitOffice(database, params, today);
    const sees = seesHindrances(held, { placeId, provinceId, unit: unitKey(unit) });
    const waiting = office.isCommittee ? await listWaiting(database, { provinces: [], places: [placeId] }) : null;
    return accept({
      unit: { agencyId, placeId, name, placeName },
      officeId: office.officeId,
      figures: addFigures(months.map(({ figures }) => figures)),
      months: months.map(({ key, figures }) => ({ month: key, ...figures })),
      hindered: sees ? office.hindered : null,
      toDecide: waiting === null ? null : toDecideOf(waiting, placeId, sees),
      today,
    });
  },
});
