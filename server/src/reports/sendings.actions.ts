import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { addSending } from '@mangnon/domain/reports/reports.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite } from '../platform/action/action.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { actsForSender } from './acts-for-sender.ts';
import { findSendings, insertSending, listDuties } from './duties.queries.ts';
import { asked, periodsOf } from './regimes.actions.ts';
import { findRegime } from './regimes.queries.ts';

export const add = implementWrite(addSending, {
  async load({ params, body }, { database }) {
    const regime = await findRegime(database, params.regimeId);
    if (regime === undefined) return refuse('reports.not_found');
    const notDue = refuse('reports.not_due', { where: 'body.dueOn', details: { day: body.dueOn } });
    const period = periodsOf(regime).find(({ dueOn }) => dueOn === body.dueOn);
    if (period === undefined) return notDue;
    const duty = (await listDuties(database, [asked(regime, period)])).find(
      (one) => unitKey(one) === unitKey(body.unit),
    );
    return duty === undefined ? notDue : accept({ duty, period });
  },
  async authorise({ duty }, { database, actor }) {
    return actsForSender(await findHeldPosts(database, actor.accountId), { ...duty, unit: unitKey(duty) });
  },
  async handle({ params, body }, { duty, period }, { database, actor, now, audit }) {
    const { regimeId } = params;
    const { unit, ...sent } = body;
    audit({ regimeId, dueOn: body.dueOn, unit: unitKey(unit) });
    const sending = { ...sent, ...unit, regimeId, provinceId: duty.provinceId };
    if (sent.sentOn > vietnamDay(now)) {
      return refuse('reports.sent_in_future', { where: 'body.sentOn', details: { day: sent.sentOn } });
    }
    if (sent.sentOn < period.cutStart) {
      const details = { day: sent.sentOn, from: period.cutStart };
      return refuse('reports.sent_before_period', { where: 'body.sentOn', details });
    }
    if (await insertSending(database, sending, { accountId: actor.accountId, now })) return accept({ regimeId });
    const stored = await findSendings(database, sending);
    const same = stored.find(({ id }) => id === sending.id);
    if (same === undefined) {
      return refuse('reports.sent_already', { details: { day: stored[0]?.sentOn ?? '' } });
    }
    const repeated =
      same.regimeId === regimeId &&
      same.dueOn === sent.dueOn &&
      unitKey(same) === unitKey(unit) &&
      same.enteredBy === actor.accountId;
    return repeated ? accept({ regimeId }) : refuse('reports.id_taken');
  },
});
