import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { composeCodeMail } from '@mangnon/domain/attention/compose-mail.ts';
import {
  askOwnEmail,
  chooseDigest,
  codeMinutes,
  codeTries,
  confirmOwnEmail,
  getOwnMail,
  removeOwnEmail,
} from '@mangnon/domain/attention/own-email.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementRead, implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { writeMails } from '../platform/mail/mail.queries.ts';
import { askForSending } from '../platform/mail/send-mails.ts';
import {
  findOwnEmail,
  letOldNoticesRest,
  lockOwnEmail,
  noteAsked,
  noteWrongCode,
  putChoice,
  putEmail,
} from './own-mail.queries.ts';

/** Codes a person may ask for in a day, and seconds between two: nobody's letter box is filled from here. */
const mostCodesADay = 10;
const secondsBetween = 60;

const anybody = () => true;

/** Where and how a person is written to, kept by that person alone: every statement asks for the actor's account. */
export function ownMailActions(sends: boolean): readonly Action[] {
  const present = async ({ actor, database, now }: TransactionContext) =>
    accept({ ...(await findOwnEmail(database, actor.accountId, now)), sends });

  return [
    implementRead(getOwnMail, { answer: (_input, context) => present(context) }),
    implementWrite(askOwnEmail, {
      load: async (_input, { actor, database }) => accept(await lockOwnEmail(database, actor.accountId)),
      authorise: anybody,
      async handle({ body }, stored, context) {
        const { actor, database, now } = context;
        if (!sends) return refuse('attention.no_mail_server');
        if (stored.askedAt !== null && now.getTime() - stored.askedAt.getTime() < secondsBetween * 1000) {
          return refuse('attention.wait_before_next_code');
        }
        const day = vietnamDay(now);
        const count = stored.askedDay === day ? stored.askedCount + 1 : 1;
        if (count > mostCodesADay) return refuse('attention.too_many_codes', { details: { limit: mostCodesADay } });
        const code = String(randomInt(100_000_000)).padStart(8, '0');
        const expiresAt = new Date(now.getTime() + codeMinutes * 60_000);
        const asked = { email: body.email, hash: hashCode(actor.accountId, code), expiresAt, day, count };
        await noteAsked(database, actor.accountId, asked, now);
        const mail = composeCodeMail(code, codeMinutes, actor.language);
        await writeMails(database, [{ accountId: actor.accountId, kind: 'code', address: body.email, ...mail }], now);
        await askForSending(database);
        return present(context);
      },
    }),
    implementWrite(confirmOwnEmail, {
      keepsRefusals: true,
      load: async (_input, { actor, database }) => accept(await lockOwnEmail(database, actor.accountId)),
      authorise: anybody,
      async handle({ body }, stored, context) {
        const { actor, database, now } = context;
        const { askedEmail, codeHash, codeExpiresAt, codeTries: tried } = stored;
        if (askedEmail === null || codeHash === null || codeExpiresAt === null || codeExpiresAt <= now) {
          return refuse('attention.no_code_asked', { where: 'code' });
        }
        if (!timingSafeEqual(codeHash, hashCode(actor.accountId, body.code.replaceAll(/\s/g, '')))) {
          const left = codeTries - tried - 1;
          await noteWrongCode(database, actor.accountId, left <= 0);
          if (left <= 0) return refuse('attention.no_code_asked', { where: 'code' });
          return refuse('attention.wrong_code', { where: 'code', details: { left } });
        }
        await putEmail(database, actor.accountId, askedEmail, now);
        if (stored.email === null) await letOldNoticesRest(database, actor.accountId, now);
        return present(context);
      },
    }),
    implementWrite(removeOwnEmail, {
      load: async (_input, { actor, database }) => accept(await lockOwnEmail(database, actor.accountId)),
      authorise: anybody,
      async handle(_input, _stored, context) {
        await putEmail(context.database, context.actor.accountId, null, context.now);
        return present(context);
      },
    }),
    implementWrite(chooseDigest, {
      load: nothingStored,
      authorise: anybody,
      async handle({ body }, _stored, context) {
        const { actor, database, now } = context;
        const before = await findOwnEmail(database, actor.accountId, now);
        await putChoice(database, actor.accountId, body);
        if (before.choice.digest === 'never') await letOldNoticesRest(database, actor.accountId, now);
        return present(context);
      },
    }),
  ];
}

function hashCode(accountId: string, code: string): Buffer {
  return createHash('sha256').update(`${accountId}|${code}`).digest();
}
