import type { Kysely } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { listMissing, type Missing } from '@mangnon/domain/plans/writing/check-manuscript.ts';
import { composeDocument, type Numbering } from '@mangnon/domain/plans/writing/compose-document.ts';
import { nameChanges } from '@mangnon/domain/plans/writing/difference.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { WritingReach } from '@mangnon/domain/plans/writing/writing-reach.ts';
import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import type { TransactionContext } from '../../platform/action/action.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { loadSourcePlan } from './load-source.ts';
import { listItems } from './manuscript-items.queries.ts';
import { lockManuscript, type ManuscriptRow } from './manuscripts.queries.ts';
import { findWritingReach } from './find-writing-reach.ts';

export interface Described {
  readonly items: readonly ManuscriptItem[];
  /** The parts of the plan it amends or replaces. */
  readonly before: readonly ManuscriptItem[] | null;
  readonly missing: readonly Missing[];
  /** The changed parts by name, where it amends. */
  readonly changes: readonly string[];
}

/** A plan being written with what it still lacks and, where it is a new version, what it changes. */
export async function describeManuscript(database: Kysely<DB>, row: ManuscriptRow): Promise<Described> {
  const items = await listItems(database, row.id);
  const isVersion = row.source === 'amends' || row.source === 'replaces';
  const source = isVersion && row.source_plan_id !== null ? await loadSourcePlan(database, row.source_plan_id) : null;
  const before = source?.ok === true ? source.value.items : null;
  const changes = before !== null && row.source === 'amends' ? nameChanges(before, items) : [];
  return { items, before, missing: listMissing(items, before), changes };
}

export function documentOf({ items, changes }: Described, numbered: Numbering): OfficialDocument {
  return composeDocument(items, numbered, changes);
}

export interface HeldManuscript {
  readonly row: ManuscriptRow;
  readonly reach: WritingReach;
}

/** Finds and holds the manuscript an act is about, and what the person may do with it. */
export async function loadManuscript(
  { params }: { readonly params: { readonly manuscriptId: string } },
  { database, actor }: TransactionContext,
): Promise<Result<HeldManuscript>> {
  const row = await lockManuscript(database, params.manuscriptId);
  if (row === undefined) return refuse('writing.not_found');
  return accept({ row, reach: await findWritingReach(database, actor.accountId, row) });
}
