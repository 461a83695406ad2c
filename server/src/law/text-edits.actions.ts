import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { foldNumber, isSameIssuer } from '@mangnon/domain/law/citation.ts';
import type { LegalText } from '@mangnon/domain/law/legal-text.ts';
import * as api from '@mangnon/domain/law/texts.api.ts';
import { implementWrite, nothingStored, type TransactionContext } from '../platform/action/action.ts';
import {
  findPlanForText,
  insertDuty,
  insertRelation,
  insertText,
  updateDocument,
  updateText,
  withdrawRelation,
} from './text-edits.queries.ts';
import { findText, listTextsNumbered, type StoredText } from './texts.queries.ts';

// The list of known texts is one for the whole installation: the operation is the whole permission.
const everybodyWithTheOperation = () => true;

async function loadText(
  { params }: { readonly params: { readonly textId: string } },
  { database }: TransactionContext,
): Promise<Result<StoredText>> {
  const found = await findText(database, params.textId, { lock: true });
  return found === undefined ? refuse('law.text_not_found') : accept(found);
}

const byOf = ({ actor, now }: TransactionContext) => ({ accountId: actor.accountId, now });
const tellDay = (day: string) => day.split('-').toReversed().join('/');

/** Refuses what contradicts itself, and what is known under this number, date and issuer as another text. */
async function checkText(
  database: TransactionContext['database'],
  text: LegalText,
  ownId: string | null,
): Promise<Result<null>> {
  if (text.inForceFrom !== null && text.inForceTo !== null && text.inForceTo < text.inForceFrom) {
    return refuse('law.force_order', { where: 'body.inForceTo' });
  }
  const numbered = await listTextsNumbered(database, [foldNumber(text.number)]);
  const same = numbered.find(
    (one) => one.id !== ownId && one.issuedOn === text.issuedOn && isSameIssuer(one.issuer, text.issuer),
  );
  if (same === undefined) return accept(null);
  const { number, issuer } = same;
  return refuse('law.text_known', {
    where: 'body.number',
    details: { number, issuer, day: tellDay(same.issuedOn), textId: same.id },
  });
}

export const add = implementWrite(api.addText, {
  load: nothingStored,
  authorise: everybodyWithTheOperation,
  handle: async ({ body }, _, context) => {
    const checked = await checkText(context.database, body, null);
    if (!checked.ok) return checked;
    const textId = randomUUID();
    const added = await insertText(context.database, { id: textId, ...body }, byOf(context));
    if (!added) {
      const { number, issuer } = body;
      return refuse('law.text_known', {
        where: 'body.number',
        details: { number, issuer, day: tellDay(body.issuedOn) },
      });
    }
    context.audit({ textId });
    return accept({ textId });
  },
});

export const change = implementWrite(api.changeText, {
  load: loadText,
  authorise: everybodyWithTheOperation,
  handle: async ({ body: { seen, ...text } }, stored, context) => {
    if (new Date(seen).getTime() !== stored.changedAt.getTime()) {
      return refuse('law.text_changed', { details: { by: stored.changedBy ?? '…' } });
    }
    const checked = await checkText(context.database, text, stored.id);
    if (!checked.ok) return checked;
    await updateText(context.database, { id: stored.id, ...text }, byOf(context));
    return accept({ textId: stored.id });
  },
});

export const setDocument = implementWrite(api.setTextDocument, {
  load: loadText,
  authorise: everybodyWithTheOperation,
  handle: async ({ body: { planId } }, text, context) => {
    if (planId !== null && planId !== text.planId) {
      const plan = await findPlanForText(context.database, planId);
      if (plan === undefined) return refuse('plans.not_found');
      if (plan.taken !== null) return refuse('law.document_taken', { details: plan.taken });
      if (plan.number !== null && foldNumber(plan.number) !== foldNumber(text.number)) {
        return refuse('law.document_differs', { details: { number: plan.number } });
      }
    }
    await updateDocument(context.database, text.id, planId, byOf(context));
    context.audit({ planId });
    return accept({ textId: text.id });
  },
});

export const addRelation = implementWrite(api.addTextRelation, {
  load: loadText,
  authorise: everybodyWithTheOperation,
  handle: async ({ body }, text, context) => {
    if (body.otherId === text.id) return refuse('law.relation_itself', { where: 'body.otherId' });
    const other = await findText(context.database, body.otherId, { lock: false });
    if (other === undefined) return refuse('law.text_not_found', { where: 'body.otherId' });
    const added = await insertRelation(context.database, { id: randomUUID(), textId: text.id, ...body }, byOf(context));
    if (!added) return refuse('law.relation_known');
    context.audit({ otherId: body.otherId, kind: body.kind });
    return accept({ textId: text.id });
  },
});

export const takeBackRelation = implementWrite(api.withdrawTextRelation, {
  load: loadText,
  authorise: everybodyWithTheOperation,
  handle: async ({ params }, text, context) => {
    const done = await withdrawRelation(context.database, text.id, params.relationId, byOf(context));
    return done ? accept({ textId: text.id }) : refuse('law.relation_not_found');
  },
});

export const addDuty = implementWrite(api.addTextDuty, {
  load: loadText,
  authorise: everybodyWithTheOperation,
  handle: async ({ body }, text, context) => {
    await insertDuty(context.database, { id: randomUUID(), textId: text.id, ...body }, byOf(context));
    return accept({ textId: text.id });
  },
});
