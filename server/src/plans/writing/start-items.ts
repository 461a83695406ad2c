import type { Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { IssuingBody } from '@mangnon/domain/plans/writing/issuing-body.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { ManuscriptSource } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { yearOfPlan } from '@mangnon/domain/plans/writing/move-years.ts';
import { printBasis } from '@mangnon/domain/plans/writing/print-basis.ts';
import {
  startEmpty,
  startFromHigher,
  startFromPlan,
  versionOpening,
} from '@mangnon/domain/plans/writing/start-manuscript.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { listTasks } from '../plans.queries.ts';
import { checkOwnPlan, loadSourcePlan, type SourcePlan } from './load-source.ts';

interface Asked {
  readonly source: ManuscriptSource;
  readonly planId: string | null;
  readonly title: string;
  readonly year: number;
  readonly withSections: boolean;
}

/** The parts a plan begins with; refuses a plan that cannot be gone on from. */
export async function makeFirstItems(
  database: Kysely<DB>,
  body: IssuingBody,
  asked: Asked,
): Promise<Result<readonly ManuscriptItem[]>> {
  const empty = startEmpty(body, asked.title, asked.withSections, randomUUID);
  if (asked.source === 'empty') return accept(empty);
  if (asked.planId === null) return refuse('writing.source_missing', { where: 'planId' });
  const loaded = await loadSourcePlan(database, asked.planId);
  if (!loaded.ok) return loaded;
  const { plan, items, taskOf } = loaded.value;
  if (asked.source === 'higher') {
    const tasks = await listTasks(database, plan.id);
    return accept(startFromHigher(empty, { ...plan, taskIds: tasks.map(({ id }) => id) }, randomUUID));
  }
  const own = await checkOwnPlan(database, loaded.value, body.issuer, asked.source !== 'last_year');
  if (!own.ok) return own;
  if (asked.source === 'last_year') {
    const years = asked.year - (yearOfPlan(plan.title, plan.issuedOn) ?? asked.year);
    return accept(withOpening(startFromPlan(items, { mode: 'last_year', years }, taskOf, randomUUID), body));
  }
  const version = startFromPlan(items, { mode: 'version' }, taskOf, randomUUID);
  return accept(withVersionOpening(version, body, asked.source, loaded.value));
}

/** A plan that was read has no opening of its own. */
function withOpening(items: readonly ManuscriptItem[], body: IssuingBody): ManuscriptItem[] {
  const opening = `${body.issuer} ban hành Kế hoạch như sau:`;
  return items.map((item) =>
    item.kind === 'cover' && item.data.opening === '' ? { ...item, data: { ...item.data, opening } } : item,
  );
}

function withVersionOpening(
  items: readonly ManuscriptItem[],
  body: IssuingBody,
  relation: 'amends' | 'replaces',
  { plan }: SourcePlan,
): ManuscriptItem[] {
  const { number, issuedOn, issuer } = plan;
  const basis = { kind: 'Kế hoạch', number: number ?? '…', issuedOn, issuer, about: '' };
  const cited = printBasis(basis).replace('Căn cứ ', '');
  const opening = versionOpening(body.issuer, relation, cited);
  return items.map((item) => (item.kind === 'cover' ? { ...item, data: { ...item.data, opening } } : item));
}
