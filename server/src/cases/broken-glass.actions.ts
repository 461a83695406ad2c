import { randomUUID } from 'node:crypto';
import { reachOf, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';
import {
  breakGlass,
  countGlassToReview,
  listBrokenGlass,
  reviewBrokenGlass,
  seeBrokenGlass,
  type BrokenGlass,
} from '@mangnon/domain/cases/broken-glass.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Keys } from '../children/sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import { enqueueJob } from '../platform/jobs/enqueue-job.ts';
import {
  breakGlassOf,
  countGlass,
  findBroken,
  listGlass,
  lockGlass,
  noteSeen,
  writeReview,
  type GlassRefusal,
  type GlassRow,
} from './broken-glass.queries.ts';
import { openWords, sealWords, type GlassWords } from './glass-words.ts';

const refusals: Readonly<Record<GlassRefusal, string>> = {
  not_allowed: 'platform.not_allowed',
  review_overdue: 'cases.review_overdue',
  not_found: 'cases.not_found',
};

/** Opening one case in need, and its review by a supervisor. */
export const brokenGlassActions = (keys: Keys): Action[] => [
  implementWrite(breakGlass, {
    // The case is none of this person's yet: the database itself looks at it.
    load: nothingStored,
    authorise: () => true,
    async handle({ params: { caseId }, body }, _stored, context) {
      const { database, actor, audit } = context;
      const glass = { id: randomUUID(), caseId };
      const sealed = await sealWords(keys, context, 'words_sealed', glass, body.words);
      if (!sealed.ok) return sealed;
      const made = await breakGlassOf(database, { ...glass, reason: body.reason, sealed: sealed.value });
      if (made.refusal !== null) return refuse(refusals[made.refusal]);
      const { id, until, reviewDue, supervisors } = await findBroken(database, made.id);
      audit({ glassId: id, reason: body.reason, supervisors });
      const payload = { glassId: id, caseId, accountId: actor.accountId, requestId: context.requestId };
      await enqueueJob(database, 'cases.end_glass', payload, `glass:${id}`, until);
      return accept({
        id,
        caseId,
        until: until.toISOString(),
        reviewDue: reviewDue.toISOString(),
        supervisors,
      });
    },
  }),
  implementRead(countGlassToReview, {
    background: true,
    answer: async (_input, { database, actor }) => accept(await countGlass(database, actor.accountId)),
  }),
  implementRead(listBrokenGlass, {
    async answer(_input, context) {
      const { database, actor, concerns } = context;
      const held = await findHeldPosts(database, actor.accountId);
      const rows = await listGlass(database, actor.accountId);
      const words = await openWords(keys, context, rows);
      if (!words.ok) return words;
      const glass = rows.map((row, index) =>
        presentGlass(row, words.value[index], mayReview(held, row, actor.accountId)),
      );
      concerns(
        'case',
        glass.map(({ caseId }) => caseId),
      );
      return accept({ glass });
    },
  }),
  implementWrite(seeBrokenGlass, {
    load: ({ params }, context) => loadGlass(params.glassId, context),
    authorise: async (row, { database, actor }) =>
      mayReview(await findHeldPosts(database, actor.accountId), row, actor.accountId),
    async handle({ params }, _row, { database, now }) {
      const seenAt = await noteSeen(database, params.glassId, now);
      return seenAt === null ? refuse('cases.glass_not_found') : accept({ seenAt: seenAt.toISOString() });
    },
  }),
  implementWrite(reviewBrokenGlass, {
    load: ({ params }, context) => loadGlass(params.glassId, context),
    authorise: async (row, { database, actor }) =>
      mayReview(await findHeldPosts(database, actor.accountId), row, actor.accountId),
    async handle({ body }, row, context) {
      const { database, actor, now } = context;
      context.audit({ caseId: row.caseId, justified: body.justified });
      if (row.reviewedAt === null) {
        const sealed = await sealWords(keys, context, 'review_words_sealed', row, body.words);
        if (!sealed.ok) return sealed;
        const { justified } = body;
        await writeReview(database, row.id, { justified, sealed: sealed.value, by: actor.accountId }, now);
        const again = await lockGlass(database, row.id);
        return again === undefined ? refuse('cases.glass_not_found') : presentOne(keys, context, again);
      }
      // Sent twice, it is reviewed once; another verdict does not take the place of the first.
      const shown = await presentOne(keys, context, row);
      if (!shown.ok) return shown;
      const same = row.justified === body.justified && shown.value.review?.words === body.words;
      return same && row.reviewedById === actor.accountId
        ? shown
        : refuse('cases.glass_reviewed', { details: { name: row.reviewedBy } });
    },
  }),
];

async function loadGlass(id: string, { database }: TransactionContext): Promise<Result<GlassRow>> {
  const row = await lockGlass(database, id);
  return row === undefined ? refuse('cases.glass_not_found') : accept(row);
}

function mayReview(held: readonly HeldPost[], row: GlassRow, accountId: string): boolean {
  const standing = standingAt(row.placeId, row.provinceId, '');
  return row.person.id !== accountId && reachOf(held, standing)('cases.glass.review', 'core');
}

/** One that was reviewed. */
async function presentOne(keys: Keys, context: TransactionContext, row: GlassRow): Promise<Result<BrokenGlass>> {
  const words = await openWords(keys, context, [row]);
  return words.ok ? accept(presentGlass(row, words.value[0], false)) : words;
}

function presentGlass(row: GlassRow, said: GlassWords | undefined, may: boolean): BrokenGlass {
  const { id, caseId, person, reason, reviewedAt, reviewedBy, justified } = row;
  return {
    id,
    caseId,
    place: { id: row.placeId, name: row.placeName },
    person,
    reason,
    words: said?.words ?? null,
    brokenAt: row.brokenAt.toISOString(),
    until: row.until.toISOString(),
    reviewDue: row.reviewDue.toISOString(),
    review:
      reviewedAt === null
        ? null
        : {
            justified: justified === true,
            words: said?.review ?? null,
            by: reviewedBy ?? '',
            at: reviewedAt.toISOString(),
          },
    canReview: may && reviewedAt === null,
  };
}
