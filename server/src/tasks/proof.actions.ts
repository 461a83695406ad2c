import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { openProof, uploadProof, withdrawProof } from '@mangnon/domain/tasks/progress.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import { actsForPlace, actsForUnit } from './held-units.ts';
import { forUnit, loadPeriod, refusePeriod } from './progress.actions.ts';
import { findContent, findProof, insertProof, noteScan, withdrawProofRow, type ProofRecord } from './proof.queries.ts';
import { receiveProof } from './receive-proof.ts';
import type { ScanFile } from './scan-file.ts';

async function loadProof(id: string, { database }: TransactionContext): Promise<Result<ProofRecord>> {
  const found = await findProof(database, id);
  return found === undefined || found.withdrawn ? refuse('tasks.not_found') : accept(found);
}

/** Taking proof in, opening it, taking it back. */
export function proofActions(scan: ScanFile): Action[] {
  return [
    implementWrite(uploadProof, {
      prepare: (_, { request }) => receiveProof(request, scan),
      load: ({ params }, context) => loadPeriod(params.periodId, context),
      authorise: forUnit,
      async handle(_, period, { database, actor, now, audit }, received) {
        const answer = { id: received.id, taskId: period.taskId, scan: received.scan };
        const earlier = await findProof(database, received.id);
        if (earlier !== undefined) {
          const same = earlier.periodId === period.id && earlier.sha256.equals(received.sha256);
          return same ? accept({ ...answer, scan: earlier.scan }) : refuse('tasks.report_id_taken');
        }
        const blocked = refusePeriod('report', period, { today: vietnamDay(now) });
        if (blocked !== null) return blocked;
        await insertProof(database, period, received, { by: actor.accountId, now });
        audit({ proofId: received.id, bytes: received.bytes.length, kind: received.kind, scan: received.scan });
        return accept(answer);
      },
    }),
    implementWrite(openProof, {
      load: ({ params }, context) => loadProof(params.proofId, context),
      async authorise(proof, { database, actor }) {
        const held = await findHeldPosts(database, actor.accountId);
        return (
          actsForUnit(held, 'tasks.proof.read', proof) || actsForPlace(held, 'tasks.proof.read', proof.requesterPlaceId)
        );
      },
      async handle({ body }, proof, { database, now, audit }) {
        const bytes = await findContent(database, proof.contentId);
        if (bytes === undefined) return refuse('tasks.not_found');
        // A file that waited is scanned as soon as somebody wants it and a scanner answers.
        const verdict = proof.scan === 'waiting' ? await scan(bytes) : proof;
        if (proof.scan !== verdict.scan) await noteScan(database, proof.id, verdict, now);
        if (verdict.scan === 'quarantined') {
          return refuse('tasks.proof_quarantined', { details: { words: verdict.words ?? '' } });
        }
        // A copy painted anew carries nothing that a scanner looks for.
        if (verdict.scan === 'waiting' && proof.shownId === null && !body.unscanned) {
          return refuse('tasks.proof_unscanned');
        }
        const shown = proof.shownId === null ? bytes : await findContent(database, proof.shownId);
        if (shown === undefined) return refuse('tasks.not_found');
        audit({ scan: verdict.scan });
        const kind = proof.shownId === null ? proof.kind : 'jpeg';
        return accept({ fileName: proof.fileName, kind, base64: shown.toString('base64') });
      },
      keepsRefusals: true,
    }),
    implementWrite(withdrawProof, {
      load: ({ params }, context) => loadProof(params.proofId, context),
      authorise: async (proof, { database, actor }) =>
        actsForUnit(await findHeldPosts(database, actor.accountId), 'tasks.progress.report', proof),
      async handle(_, proof, { database, now, audit }) {
        if (proof.reportId !== null) return refuse('tasks.proof_reported');
        await withdrawProofRow(database, proof.id, now);
        audit({ taskId: proof.taskId });
        return accept({ taskId: proof.taskId });
      },
    }),
  ];
}
