import { reachOf } from '@mangnon/domain/access/reach.ts';
import { caseReporter } from '@mangnon/domain/cases/case-groups.ts';
import {
  caseStates,
  closeCase,
  countCases,
  getCase,
  listCases,
  openCase,
  revealReporter,
} from '@mangnon/domain/cases/cases.api.ts';
import { pageSize } from '@mangnon/domain/children/shown-group.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { loadChild } from '../children/children.actions.ts';
import { addGroup, openGroups, type Keys } from '../children/sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { narrowToReach } from '../children/standing.queries.ts';
import { implementRead, implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import {
  countCaseRows,
  countStates,
  findCase,
  insertCase,
  listCaseRows,
  setClosed,
  type CaseRow,
} from './cases.queries.ts';
import { loadCase, presentCase, presentCaseAgain, presentCaseLines } from './present-case.ts';

const groups = ['narrative', 'offender', 'reporter'] as const;

/** Finding, opening, reading and closing cases. */
export function caseActions(keys: Keys): Action[] {
  return [
    implementRead(listCases, {
      async answer({ query }, context) {
        const { database, actor, concerns } = context;
        const held = await findHeldPosts(database, actor.accountId);
        const reach = await narrowToReach(database, held, 'case_file');
        const rows = await listCaseRows(database, query, reach, actor.accountId);
        const page = rows.slice(0, pageSize);
        const cases = await presentCaseLines(keys, context, held, page);
        if (!cases.ok) return cases;
        concerns(
          'case',
          page.map(({ id }) => id),
        );
        const named = cases.value.filter(({ child }) => child.name.state === 'shown');
        concerns(
          'child',
          named.map(({ child }) => child.id),
        );
        const next = rows.length > pageSize ? (page.at(-1)?.cursor ?? null) : null;
        const total = query.after === undefined ? await countCaseRows(database, query, reach, actor.accountId) : null;
        return accept({ cases: cases.value, total, next });
      },
    }),
    implementRead(countCases, {
      async answer(_input, { database }) {
        const counted = new Map((await countStates(database)).map(({ state, total }) => [state, total]));
        const states = caseStates.map((state) => {
          const value = counted.has(state) ? (counted.get(state) ?? null) : 0;
          return { state, count: value === null ? { kind: 'withheld' as const } : { kind: 'counted' as const, value } };
        });
        return accept({ states });
      },
    }),
    implementRead(getCase, {
      async answer({ params }, context) {
        const row = await loadCase(params.caseId, context);
        return row.ok ? presentCase(keys, context, row.value) : row;
      },
    }),
    implementWrite(openCase, {
      async load({ params, body }, context) {
        const child = await loadChild(params.childId, context);
        if (!child.ok) return child;
        const stored = await findCase(context.database, body.id, context.actor.accountId);
        return accept({ child: child.value, stored });
      },
      async authorise({ child }, { database, actor }, { body }) {
        const may = reachOf(await findHeldPosts(database, actor.accountId), child);
        return may('cases.case.create', 'core', ...groups.filter((group) => body[group] !== null));
      },
      async handle({ body }, { child, stored }, context) {
        const { database, actor, now } = context;
        const { id } = body;
        context.audit({ caseId: id });
        if (stored !== undefined) return answerAgain(keys, context, stored, child.id, body);
        const receivedAt = new Date(body.receivedAt);
        if (receivedAt > now) return refuse('cases.received_in_future', { where: 'body.receivedAt' });
        const { placeId, provinceId, intakeUnit } = child;
        const at = { id, placeId, provinceId, intakeUnit };
        const made = { ...at, childId: child.id, receivedAt, openedBy: actor.accountId };
        if (!(await insertCase(database, made, now))) return refuse('cases.id_taken', { where: 'body.id' });
        const key = await keys.sealerIn(database, now).createKey({ kind: 'case', id });
        if (!key.ok) return key;
        for (const group of groups) {
          const content = body[group];
          const added = content === null ? accept(null) : await addGroup(keys, context, group, at, content);
          if (!added.ok) return added;
        }
        return presentCaseAgain(keys, context, id);
      },
    }),
    implementWrite(revealReporter, {
      load: ({ params }, context) => loadCase(params.caseId, context),
      authorise: async (row, { database, actor }) =>
        reachOf(await findHeldPosts(database, actor.accountId), row)('cases.case.read', 'reporter'),
      async handle(_input, row, context) {
        const opened = await openGroups(keys, context, row.id, ['reporter']);
        if (!opened.ok) return opened;
        const found = opened.value.get('reporter');
        if (found === undefined) return refuse('cases.no_reporter');
        if (found.state === 'destroyed') return refuse('keys.destroyed');
        return accept({ reporter: caseReporter.parse(found.content), writtenAt: found.writtenAt });
      },
    }),
    implementWrite(closeCase, {
      load: ({ params }, context) => loadCase(params.caseId, context),
      authorise: async (row, { database, actor }) =>
        reachOf(await findHeldPosts(database, actor.accountId), row)('cases.case.update', 'core'),
      async handle(_input, row, context) {
        context.audit({ changed: await setClosed(context.database, row.id, context.now) });
        return presentCaseAgain(keys, context, row.id);
      },
    }),
  ];
}

/** The same call sent again gets the same answer; the same id with another content is refused. */
async function answerAgain(
  keys: Keys,
  context: TransactionContext,
  stored: CaseRow,
  childId: string,
  body: { readonly receivedAt: string } & Readonly<Record<(typeof groups)[number], object | null>>,
) {
  const opened = await openGroups(keys, context, stored.id, groups);
  if (!opened.ok) return opened;
  const same = groups.every((group) => {
    const found = opened.value.get(group);
    return JSON.stringify(found?.state === 'shown' ? found.content : null) === JSON.stringify(body[group]);
  });
  const mine = stored.openedById === context.actor.accountId && stored.childId === childId;
  const then = stored.receivedAt.getTime() === Date.parse(body.receivedAt);
  return same && mine && then ? presentCase(keys, context, stored) : refuse('cases.id_taken', { where: 'body.id' });
}
