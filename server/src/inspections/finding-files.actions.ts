import * as api from '@mangnon/domain/inspections/finding-files.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import { handOutFile } from '../tasks/hand-out-file.ts';
import { receiveProof } from '../tasks/receive-proof.ts';
import type { ScanFile } from '../tasks/scan-file.ts';
import { insertFile, withdrawFile } from '../tasks/stored-files.queries.ts';
import { findFindingFile, findingFileTables, type FindingFile } from './finding-files.queries.ts';
import { loadFinding } from './findings.actions.ts';
import { lockFinding } from './findings.queries.ts';
import { actsForConcerned, actsForLead, scopeOf } from './inspection-scope.ts';
import { keepsIt } from './inspections.actions.ts';

async function loadFile(id: string, { database }: TransactionContext): Promise<Result<FindingFile>> {
  const found = await findFindingFile(database, id);
  return found === undefined || found.withdrawn ? refuse('inspections.not_found') : accept(found);
}

/** Files of findings: taken in, opened and taken back by the ways of proof (server/src/tasks). */
export function findingFileActions(scan: ScanFile): Action[] {
  return [
    implementWrite(api.uploadFindingFile, {
      prepare: (_, { request }) => receiveProof(request, scan),
      load: ({ params }, context) => loadFinding(params.findingId, context),
      authorise: (stored, context) => keepsIt(stored, context),
      async handle(_, finding, { database, actor, now, audit }, received) {
        const answer = { id: received.id, inspectionId: finding.inspectionId, scan: received.scan };
        const earlier = await findFindingFile(database, received.id);
        if (earlier !== undefined) {
          const same = earlier.findingId === finding.id && earlier.sha256.equals(received.sha256);
          return same ? accept({ ...answer, scan: earlier.scan }) : refuse('inspections.id_taken');
        }
        if (finding.withdrawn) return refuse('inspections.finding_withdrawn');
        if (finding.calledOff) return refuse('inspections.called_off');
        const place = { owner: { finding_id: finding.id }, scope: scopeOf(finding) };
        await insertFile(database, findingFileTables, place, received, { by: actor.accountId, now });
        const { bytes, kind } = received;
        audit({ findingId: finding.id, fileId: received.id, bytes: bytes.length, kind, scan: received.scan });
        return accept(answer);
      },
    }),
    implementWrite(api.openFindingFile, {
      load: ({ params }, context) => loadFile(params.fileId, context),
      async authorise(file, { database, actor }) {
        const held = await findHeldPosts(database, actor.accountId);
        return (
          actsForLead(held, 'inspections.inspection.read', file) ||
          actsForConcerned(held, 'inspections.inspection.read', file)
        );
      },
      handle: ({ body }, file, context) =>
        handOutFile(context, findingFileTables, file, { scan, unscanned: body.unscanned }),
      keepsRefusals: true,
    }),
    implementWrite(api.withdrawFindingFile, {
      async load({ params }, context) {
        const file = await loadFile(params.fileId, context);
        // Locked as a finding is: nothing is taken back while a conclusion is being issued on it.
        if (file.ok) await lockFinding(context.database, file.value.findingId);
        return file.ok ? loadFile(params.fileId, context) : file;
      },
      authorise: (file, context) => keepsIt(file, context),
      async handle(_, { id, inspectionId, concluded, calledOff }, { database, now, audit }) {
        if (calledOff) return refuse('inspections.called_off');
        if (concluded) return refuse('inspections.concluded');
        await withdrawFile(database, findingFileTables, id, now);
        audit({ inspectionId });
        return accept({ inspectionId });
      },
    }),
  ];
}
