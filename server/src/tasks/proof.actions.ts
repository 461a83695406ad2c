import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { openProof, uploadProof, withdrawProof } from '@mangnon/domain/tasks/progress.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import { handOutFile } from './hand-out-file.ts';
import { actsForPlace, actsForUnit } from './held-units.ts';
import { forUnit, loadPeriod, refusePeriod } from './progress.actions.ts';
import { scopeOf } from './progress.queries.ts';
import { findProof, proofTables, type ProofRecord } from './proof.queries.ts';
import { receiveProof } from './receive-proof.ts';
import type { ScanFile } from './scan-file.ts';
import { insertFile, withdrawFile } from './stored-files.queries.ts';

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
        const place = { owner: { period_id: period.id }, scope: scopeOf(period) };
        await insertFile(database, proofTables, place, received, { by: actor.accountId, now });
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
      handle: ({ body }, proof, context) =>
        handOutFile(context, proofTables, proof, { scan, unscanned: body.unscanned }),
      keepsRefusals: true,
    }),
    implementWrite(withdrawProof, {
      load: ({ params }, context) => loadProof(params.proofId, context),
      authorise: async (proof, { database, actor }) =>
        actsForUnit(await findHeldPosts(database, actor.accountId), 'tasks.progress.report', proof),
      async handle(_, proof, { database, now, audit }) {
        if (proof.reportId !== null) return refuse('tasks.proof_reported');
        await withdrawFile(database, proofTables, proof.id, now);
        audit({ taskId: proof.taskId });
        return accept({ taskId: proof.taskId });
      },
    }),
  ];
}
