import type { Transaction } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { applyAct } from '@mangnon/domain/plans/writing/apply-act.ts';
import { isOpenForWriting } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import { undoAct } from '@mangnon/domain/plans/writing/undo-act.ts';
import type { ItemChange, WritingAct, WritingEdit } from '@mangnon/domain/plans/writing/writing-act.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { findWritingEdit, recordWritingEdit, type StoredWritingEdit } from './manuscript-edits.queries.ts';
import { listItems, storeItemChanges } from './manuscript-items.queries.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

interface Writer {
  readonly accountId: string;
  readonly name: string;
}

/** Applies one act to a manuscript whose row is locked and writes it down: parts, edit and count go together. */
export async function keepAct(
  database: Transaction<DB>,
  row: ManuscriptRow,
  { editId, act }: WritingEdit,
  writer: Writer,
  now: Date,
): Promise<Result<StoredWritingEdit>> {
  if (!isOpenForWriting(row.state)) return refuse('writing.not_open');
  const found = await findChanges(database, row.id, act);
  if (!found.ok) return found;
  const changes = found.value;
  const seq = row.seq + 1;
  const edit = { manuscriptId: row.id, placeId: row.place_id, seq, editId, accountId: writer.accountId };
  await recordWritingEdit(database, { ...edit, at: now, act, changes });
  await storeItemChanges(database, row, changes);
  return accept({
    seq,
    edit_id: editId,
    account_id: writer.accountId,
    account_name: writer.name,
    at: now,
    type: act.type,
    act,
    changes,
  });
}

async function findChanges(database: Transaction<DB>, id: string, act: WritingAct): Promise<Result<ItemChange[]>> {
  if (act.type !== 'undo') return applyAct(await listItems(database, id), act);
  const target = await findWritingEdit(database, id, act.editId);
  if (target === undefined) return refuse('writing.edit_unknown');
  return undoAct(await listItems(database, id), target.changes);
}
