import type { Transaction } from 'kysely';
import { createHash } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import { citeNumber } from '@mangnon/domain/kernel/document/printed-parts.ts';
import { extractionOf } from '@mangnon/domain/plans/writing/extraction-of-manuscript.ts';
import { factsOfManuscript } from '@mangnon/domain/plans/writing/facts-of-manuscript.ts';
import { layOutDocument } from '@mangnon/domain/plans/writing/lay-out-document.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { writeWord } from '../../platform/document/write-word.ts';
import { lockDraft } from '../drafts.queries.ts';
import { makePlan } from '../make-plan.ts';
import { storeReading } from '../reading.queries.ts';
import { keepSourceFile } from '../source-files.queries.ts';
import { createDraft } from '../uploads.queries.ts';
import { documentOf, type Described } from './describe-manuscript.ts';
import { markIssued, recordIssue, storeLinks } from './issue.queries.ts';
import { fileNameOf } from './paper-name.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

interface Issue {
  readonly number: number;
  readonly issuedOn: string;
  readonly accountId: string;
  readonly now: Date;
}

/**
 * Makes the plan of a manuscript whose row is locked: the .docx as the source file, a draft that was never in doubt, its
 * facts with the passages they stand in, and from those the plan, by the way every other plan is made. All of it in the
 * caller's transaction, or nothing.
 */
export async function issueManuscript(
  database: Transaction<DB>,
  row: ManuscriptRow,
  described: Described,
  { number, issuedOn, accountId, now }: Issue,
): Promise<Result<string>> {
  const document = documentOf(described, { number, issuedOn });
  const draftId = await makeDraft(database, row, described, document, accountId, now);
  if (draftId === null) return refuse('writing.not_possible_now');
  const draft = await lockDraft(database, draftId);
  if (draft === undefined) throw new Error(`the draft of ${row.id} vanished`);
  const made = await makePlan(database, draft, draft.seq, accountId, now);
  if (!made.ok) return made;
  const { planId } = made.value;
  const isVersion = row.source === 'amends' || row.source === 'replaces';
  await recordIssue(database, {
    planId,
    manuscriptId: row.id,
    document,
    items: described.items,
    earlierPlanId: isVersion ? row.source_plan_id : null,
    relation: row.source === 'amends' || row.source === 'replaces' ? row.source : null,
    accountId,
    now,
  });
  const higherPlanId = row.source === 'higher' ? row.source_plan_id : null;
  const { items } = described;
  await storeLinks(database, { planId, items, higherPlanId, placeId: row.place_id, accountId, now });
  await markIssued(database, row, { number, issuedOn, planId, accountId, now });
  return accept(planId);
}

/** The document as if it had been uploaded and read without a doubt. The manuscript's id is the upload's: it is made once. */
async function makeDraft(
  database: Transaction<DB>,
  row: ManuscriptRow,
  { items }: Described,
  document: OfficialDocument,
  accountId: string,
  now: Date,
): Promise<string | null> {
  const bytes = await writeWord(document);
  const sha256 = createHash('sha256').update(bytes).digest();
  await keepSourceFile(database, sha256, bytes, now);
  const cited = citeNumber(document.number ?? 0, document.symbol);
  const upload = { uploadId: row.id, sha256, fileName: fileNameOf(cited, 'docx'), accountId, now };
  const draftId = await createDraft(database, upload);
  if (draftId === undefined) return null;
  const laid = layOutDocument(document);
  const facts = factsOfManuscript(items, document, laid);
  const reading = {
    extraction: extractionOf(document, laid, facts),
    layout: laid.layout,
    format: 'docx' as const,
    pages: null,
  };
  await storeReading(database, draftId, { reading, facts }, now);
  return draftId;
}
