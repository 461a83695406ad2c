import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { getMailState, getReminderSteps, putReminderSteps } from '@mangnon/domain/attention/mail-state.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import { loadSteps, replaceSteps } from './attention.queries.ts';
import { countMails, listGivenUp } from './mail-state.queries.ts';

const mostListed = 100;

async function presentSteps({ actor, database }: TransactionContext) {
  const can = { edit: canDo(actor.posts, 'attention.reminder.edit') };
  return accept({ steps: await loadSteps(database), can });
}

/** What the administrator keeps: whether mail goes out, and when whom is reminded. `from`: `null` without a mail server. */
export function settingActions(from: string | null): readonly Action[] {
  return [
    implementRead(getMailState, {
      async answer(_input, { database }) {
        const { failingSince, failure, ...counts } = await countMails(database);
        const failing = failingSince === null ? null : { since: failingSince.toISOString(), answer: failure ?? '' };
        return accept({ from, failing, ...counts, givenUp: await listGivenUp(database, mostListed) });
      },
    }),
    implementRead(getReminderSteps, { answer: (_input, context) => presentSteps(context) }),
    implementWrite(putReminderSteps, {
      load: nothingStored,
      // One set of steps for the whole installation: the operation is the whole permission.
      authorise: () => true,
      async handle({ body }, _stored, context) {
        const { steps } = body;
        const keys = steps.map(({ audience, workingDays }) => `${audience} ${workingDays}`);
        const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
        if (twice >= 0) return refuse('attention.step_twice', { where: `steps.${twice}` });
        const early = steps.findIndex(({ audience, workingDays }) => audience !== 'unit' && workingDays < 1);
        if (early >= 0) return refuse('attention.escalates_before', { where: `steps.${early}` });
        await replaceSteps(context.database, steps, context.actor.accountId, context.now);
        context.audit({ steps: steps.length });
        return presentSteps(context);
      },
    }),
  ];
}
