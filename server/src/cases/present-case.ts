import { reachOf, type HeldPost } from '@mangnon/domain/access/reach.ts';
import { caseNarrative, caseOffender } from '@mangnon/domain/cases/case-groups.ts';
import type { caseActs, CaseFile, CaseLine } from '@mangnon/domain/cases/cases.api.ts';
import type { ShownName } from '@mangnon/domain/children/shown-group.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { openNames } from '../children/present-child.ts';
import { findGroups } from '../children/groups.queries.ts';
import { openGroups, showGroup, type Keys } from '../children/sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { findCase, type CaseRow } from './cases.queries.ts';
import { listHandedOn } from './handing-on.queries.ts';

type CaseAct = (typeof caseActs)[number];
type Asker = Pick<TransactionContext, 'database' | 'now' | 'actor'>;

/** The case of an address, as far as this person may see it. */
export async function loadCase(caseId: string, { database, actor }: Omit<Asker, 'now'>): Promise<Result<CaseRow>> {
  const row = await findCase(database, caseId, actor.accountId);
  return row === undefined ? refuse('cases.not_found') : accept(row);
}

function describeLine(row: CaseRow, name: ShownName): CaseLine {
  return {
    id: row.id,
    child: { id: row.childId, name },
    place: { id: row.placeId, name: row.placeName },
    state: row.state,
    risk: row.risk,
    receivedAt: row.receivedAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    assigned: row.people,
  };
}

/** Some cases as a list tells them. */
export async function presentCaseLines(
  keys: Keys,
  { database, now }: Omit<Asker, 'actor'>,
  held: readonly HeldPost[],
  rows: readonly CaseRow[],
): Promise<Result<CaseLine[]>> {
  const asked = rows.map((row) => ({
    childId: row.childId,
    identitySealed: row.identitySealed,
    allowed: reachOf(held, row)('children.child.read', 'identity'),
  }));
  const names = await openNames(keys, { database, now }, asked);
  if (!names.ok) return names;
  return accept(rows.map((row, index) => describeLine(row, names.value[index] ?? { state: 'withheld' })));
}

/** A case as its page tells it, with the groups this person may see; who reported is told by itself only. */
export async function presentCase(
  keys: Keys,
  context: Pick<TransactionContext, 'database' | 'now' | 'actor' | 'audit' | 'concerns'>,
  row: CaseRow,
): Promise<Result<CaseFile>> {
  const { database, actor } = context;
  const held = await findHeldPosts(database, actor.accountId);
  const may = reachOf(held, row);
  const seen = (['narrative', 'offender'] as const).filter((group) => may('cases.case.read', group));
  const opened = await openGroups(keys, context, row.id, seen);
  if (!opened.ok) return opened;
  const lines = await presentCaseLines(keys, context, held, [row]);
  if (!lines.ok) return lines;
  const [line] = lines.value;
  if (line === undefined) throw new Error('a line was lost');
  context.audit({ shown: seen.filter((group) => opened.value.has(group)).join(' ') });
  if (line.child.name.state === 'shown') context.concerns('child', [row.childId]);
  const reporter = await coverReporter(context, row, may('cases.case.read', 'reporter'));
  const narrative = showGroup(caseNarrative, seen.includes('narrative'), opened.value, 'narrative');
  const offender = showGroup(caseOffender, seen.includes('offender'), opened.value, 'offender');
  const open = row.state !== 'closed';
  const acts: readonly (readonly [CaseAct, boolean])[] = [
    ['addNarrative', narrative.state === 'none' && may('cases.case.create', 'narrative')],
    ['changeNarrative', narrative.state === 'shown' && may('cases.case.update', 'narrative')],
    ['addOffender', offender.state === 'none' && may('cases.case.create', 'offender')],
    ['changeOffender', offender.state === 'shown' && may('cases.case.update', 'offender')],
    ['addReporter', reporter.state === 'none' && may('cases.case.create', 'reporter')],
    ['changeReporter', reporter.state === 'covered' && may('cases.case.update', 'reporter')],
    ['revealReporter', reporter.state === 'covered'],
    ['assign', open && may('cases.case.assign', 'core')],
    ['refer', open && may('cases.case.refer', 'core')],
    ['close', open && may('cases.case.update', 'core')],
  ];
  return accept({
    ...line,
    province: { id: row.provinceId, name: row.provinceName },
    intakeUnit: row.intakeUnit === '' ? null : row.intakeUnit,
    openedBy: row.openedBy,
    narrative,
    offender,
    reporter,
    ...(await listHandedOn(database, row.id)),
    glassUntil: row.glassUntil?.toISOString() ?? null,
    can: acts.filter(([, allowed]) => allowed).map(([act]) => act),
  });
}

async function coverReporter({ database }: Asker, row: CaseRow, allowed: boolean): Promise<CaseFile['reporter']> {
  if (!allowed) return { state: 'withheld' };
  const [stored] = await findGroups(database, row.id, ['reporter']);
  return stored === undefined ? { state: 'none' } : { state: 'covered', writtenAt: stored.writtenAt.toISOString() };
}

/** The answer of an act: the case as it stands after it. */
export async function presentCaseAgain(keys: Keys, context: TransactionContext, caseId: string) {
  const row = await loadCase(caseId, context);
  return row.ok ? presentCase(keys, context, row.value) : row;
}
