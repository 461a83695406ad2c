import { randomUUID } from 'node:crypto';
import type { Post } from '@mangnon/domain/access/posts.ts';
import * as caseGroups from '@mangnon/domain/cases/case-groups.api.ts';
import * as glass from '@mangnon/domain/cases/broken-glass.api.ts';
import * as cases from '@mangnon/domain/cases/cases.api.ts';
import * as childGroups from '@mangnon/domain/children/child-groups.api.ts';
import * as children from '@mangnon/domain/children/children.api.ts';
import type { Called } from '../../testing/test-call.ts';
import { groupTables, type GroupName } from '../../children/groups.queries.ts';
import type { Relation } from './access-oracle.ts';
import { tableAllows, tableNames } from './http-expected.ts';
import type { WorldServer } from './sealed-server.ts';
import { worldContents } from './sealed-world.ts';

/** `true` let in, `false` refused as it should be; a text is neither, and wrong whatever was expected. */
export type Verdict = boolean | string;

/** One call, the cells of the matrix it answers, and what undoes it where it was let in. */
export interface Attempt {
  readonly cells: readonly { readonly what: string; readonly group: string; readonly expected: boolean }[];
  run(): Promise<readonly Verdict[]>;
  undo?(): Promise<unknown>;
}

const refusedBy = new Set(['platform.not_allowed', 'children.not_found', 'cases.not_found', 'cases.glass_not_found']);

export function verdictOf(called: Called<unknown>): Verdict {
  if (called.status === 200) return true;
  const { code } = called.refusal;
  return refusedBy.has(code) && (called.status === 403 || called.status === 404) ? false : `${called.status} ${code}`;
}

/** Letters of each group that stand nowhere else. */
const markers: Readonly<Record<GroupName, string>> = {
  identity: worldContents.identity.name,
  contact: worldContents.contact.address,
  health: worldContents.health.health,
  reporter: worldContents.reporter.name,
  offender: worldContents.offender.name,
  narrative: worldContents.narrative.text,
};

/** Whether a group is shown with what it holds, or withheld without a trace of it in the whole answer. */
function verdictOnGroup(called: Called<unknown>, group: GroupName, state: string): Verdict {
  const holds = JSON.stringify(called.answer).includes(markers[group]);
  if (state === 'shown') return holds ? true : `${group} is shown empty`;
  if (holds) return `${group} is ${state} and stands in the answer`;
  return state === 'withheld' ? false : `${group} is ${state}`;
}

const contentsWritten = {
  identity: { ...worldContents.identity, personalNumber: '099015000001' },
  contact: { ...worldContents.contact, phone: '0900 000 000' },
  health: { ...worldContents.health, disability: 'Không' },
  reporter: { ...worldContents.reporter, contact: 'Tổ 3' },
  offender: { ...worldContents.offender, known: 'Chưa rõ' },
  narrative: { text: `${worldContents.narrative.text} Thêm một câu.` },
};

const adding = {
  contact: childGroups.addChildContact,
  health: childGroups.addChildHealth,
  reporter: caseGroups.addCaseReporter,
  offender: caseGroups.addCaseOffender,
  narrative: caseGroups.addCaseNarrative,
};
const changing = {
  identity: childGroups.changeChildIdentity,
  contact: childGroups.changeChildContact,
  health: childGroups.changeChildHealth,
  reporter: caseGroups.changeCaseReporter,
  offender: caseGroups.changeCaseOffender,
  narrative: caseGroups.changeCaseNarrative,
};

/** Every call of one person on the records that stand to them in one way. */
export function* attemptsOn(bench: WorldServer, post: Post, relation: Relation): Generator<Attempt> {
  const { server, world, owner } = bench;
  const me = bench.person(post);
  const [full, bare] = [world.full[relation], world.bare[relation]];
  const { childId, caseId } = full;
  const allows = tableAllows.bind(null, post, relation);
  const readsChild = allows('children.child.read', 'core');
  const readsCase = allows('cases.case.read', 'core');
  const one = (what: string, group: string, expected: boolean, call: () => Promise<Called<unknown>>): Attempt => ({
    cells: [{ what, group, expected }],
    run: async () => [verdictOf(await call())],
  });

  yield {
    cells: (['core', 'identity', 'contact', 'health'] as const).map((group) => ({
      what: 'read child',
      group,
      expected: readsChild && allows('children.child.read', group),
    })),
    async run() {
      const called = await server.call(me, children.getChild, { params: { childId } });
      const seen = verdictOf(called);
      if (seen !== true) return [seen, seen, seen, seen];
      const { identity, contact, health } = called.answer;
      return [
        true,
        verdictOnGroup(called, 'identity', identity.state),
        verdictOnGroup(called, 'contact', contact.state),
        verdictOnGroup(called, 'health', health.state),
      ];
    },
  };
  yield {
    cells: [
      { what: 'read case', group: 'core', expected: readsCase },
      { what: 'read case', group: 'identity', expected: readsCase && allows('children.child.read', 'identity') },
      { what: 'read case', group: 'offender', expected: readsCase && allows('cases.case.read', 'offender') },
      { what: 'read case', group: 'narrative', expected: readsCase && allows('cases.case.read', 'narrative') },
      {
        what: 'read case',
        group: 'that there is a reporter',
        expected: readsCase && allows('cases.case.read', 'reporter'),
      },
    ],
    async run() {
      const called = await server.call(me, cases.getCase, { params: { caseId } });
      const seen = verdictOf(called);
      if (seen !== true) return [seen, seen, seen, seen, seen];
      const { child, offender, narrative, reporter } = called.answer;
      const leaks = JSON.stringify(called.answer).includes(markers.reporter);
      return [
        leaks ? 'the reporter stands in the case' : true,
        verdictOnGroup(called, 'identity', child.name.state),
        verdictOnGroup(called, 'offender', offender.state),
        verdictOnGroup(called, 'narrative', narrative.state),
        reporter.state === 'covered' ? true : reporter.state === 'withheld' ? false : `reporter is ${reporter.state}`,
      ];
    },
  };
  yield one('reveal', 'reporter', readsCase && allows('cases.case.read', 'reporter'), () =>
    server.call(me, cases.revealReporter, { params: { caseId } }),
  );

  for (const group of Object.keys(groupTables) as GroupName[]) {
    const { table, key, subject } = groupTables[group];
    const ofChild = subject === 'child';
    const [reads, creates, updates] = ofChild
      ? ([readsChild, 'children.child.create', 'children.child.update'] as const)
      : ([readsCase, 'cases.case.create', 'cases.case.update'] as const);
    // Who the child is goes with the year of birth, which stands with the child itself.
    const parts = group === 'identity' ? (['core', group] as const) : ([group] as const);
    const bareId = ofChild ? bare.childId : bare.caseId;
    const fullId = ofChild ? childId : caseId;
    const content = contentsWritten[group];
    // The six endpoints have one form; which content goes with which is told by the same name.
    const call = (endpoint: object, id: string, body: object) =>
      server.call(me, endpoint as typeof childGroups.changeChildContact, {
        params: (ofChild ? { childId: id } : { caseId: id }) as { childId: string },
        body: body as { seen: string; content: typeof worldContents.contact },
      });
    // Who the child is was written when it was registered.
    if (group !== 'identity') {
      const endpoint = adding[group];
      yield {
        ...one('write first', group, reads && allows(creates, ...parts), () => call(endpoint, bareId, { content })),
        undo: () => owner.query(`delete from ${table} where ${key} = $1`, [bareId]),
      };
    }
    yield one('change', group, reads && allows(updates, ...parts), async () => {
      const { rows } = await owner.query<{ at: Date }>(`select written_at as at from ${table} where ${key} = $1`, [
        fullId,
      ]);
      return call(changing[group], fullId, { seen: rows[0]?.at.toISOString(), content });
    });
  }

  yield one('register', 'core', allows('children.child.create', 'core', 'identity'), () =>
    server.call(me, children.registerChild, {
      body: {
        id: randomUUID(),
        placeId: bare.placeId,
        intakeUnit: bare.intakeUnit === '' ? null : bare.intakeUnit,
        identity: worldContents.identity,
        contact: null,
        health: null,
      },
    }),
  );
  const receivedAt = new Date(server.clock.now.getTime() - 3_600_000).toISOString();
  yield one('open case', 'core', readsChild && allows('cases.case.create', 'core'), () =>
    server.call(me, cases.openCase, {
      params: { childId: bare.childId },
      body: { id: randomUUID(), receivedAt, narrative: null, offender: null, reporter: null },
    }),
  );
  yield {
    ...one('close', 'core', readsCase && allows('cases.case.update', 'core'), () =>
      server.call(me, cases.closeCase, { params: { caseId } }),
    ),
    undo: () => owner.query(`update case_file set state = 'received', closed_at = null where id = $1`, [caseId]),
  };
  yield* handingOn(bench, post, relation);
  yield* glassOn(bench, post, relation);
}

/** The ids of what was given to strangers, which concerns none of the holders. */
async function idOf(bench: WorldServer, question: string, caseId: string): Promise<string> {
  const { rows } = await bench.owner.query<{ id: string }>(question, [caseId]);
  return rows[0]?.id ?? '';
}

function* handingOn(bench: WorldServer, post: Post, relation: Relation): Generator<Attempt> {
  const { server, world, owner } = bench;
  const me = bench.person(post);
  const full = world.full[relation];
  const { caseId, childId } = full;
  const allows = tableAllows.bind(null, post, relation);
  const seen = allows('cases.case.read', 'core');
  const assigns = seen && allows('cases.case.assign', 'core');
  const refers = seen && allows('cases.case.refer', 'core');
  const cell = (what: string, expected: boolean) => [{ what, group: 'core', expected }];
  const params = { caseId };
  const accountId = world.people.commune_officer.id;
  const stranger = `select id from case_assignment where case_id = $1 and account_id = assigned_by`;
  const elsewhere = `select id from case_referral where case_id = $1 and to_place_id = '${world.places.b1}'`;
  yield {
    cells: cell('list assignable', assigns),
    run: async () => [verdictOf(await server.call(me, cases.listAssignable, { params }))],
  };
  yield {
    cells: cell('list receivers', refers),
    run: async () => [verdictOf(await server.call(me, cases.listReceivers, { params }))],
  };
  yield {
    cells: cell('assign', assigns),
    run: async () => [verdictOf(await server.call(me, cases.assignCase, { params, body: { accountId } }))],
    undo: () => owner.query('delete from case_assignment where case_id = $1 and account_id = $2', [caseId, accountId]),
  };
  yield {
    cells: cell('end assignment', assigns),
    async run() {
      const assignmentId = await idOf(bench, stranger, caseId);
      return [verdictOf(await server.call(me, cases.endAssignment, { params: { caseId, assignmentId } }))];
    },
    undo: () => owner.query(`update case_assignment set ended_at = null where id = any(array(${stranger}))`, [caseId]),
  };
  yield {
    cells: cell('refer', refers),
    run: async () => [verdictOf(await server.call(me, cases.referCase, { params, body: { unit: world.unit } }))],
    undo: () => owner.query('delete from case_referral where case_id = $1 and receiver = $2', [caseId, world.unit]),
  };
  yield {
    cells: cell('end referral', refers),
    async run() {
      const referralId = await idOf(bench, elsewhere, caseId);
      return [verdictOf(await server.call(me, cases.endReferral, { params: { caseId, referralId } }))];
    },
    undo: () => owner.query(`update case_referral set ended_at = null where id = any(array(${elsewhere}))`, [caseId]),
  };
  const { a1, a2 } = world.places;
  const body = { placeId: full.placeId === a1 ? a2 : a1 };
  yield {
    cells: cell('transfer', allows('children.child.read', 'core') && allows('children.child.transfer', 'core')),
    run: async () => [verdictOf(await server.call(me, children.transferChild, { params: { childId }, body }))],
    async undo() {
      const back = [childId, full.placeId, full.provinceId];
      await owner.query('update child set place_id = $2, province_id = $3 where id = $1', back);
      await owner.query(`update case_assignment set ended_at = null where id = any(array(${stranger}))`, [caseId]);
    },
  };
}

function* glassOn(bench: WorldServer, post: Post, relation: Relation): Generator<Attempt> {
  const { server, world, owner } = bench;
  const me = bench.person(post);
  const { caseId } = world.full[relation];
  const glassId = world.glass[relation];
  const reviews = tableAllows(post, relation, 'cases.glass.review', 'core');
  const cell = (what: string, expected: boolean) => [{ what, group: 'core', expected }];
  const params = { glassId };
  yield {
    cells: cell('see notice', reviews),
    run: async () => [verdictOf(await server.call(me, glass.seeBrokenGlass, { params }))],
  };
  yield {
    cells: cell('review glass', reviews),
    async run() {
      const body = { justified: true, words: 'Đúng là cần.' };
      return [verdictOf(await server.call(me, glass.reviewBrokenGlass, { params, body }))];
    },
    undo: () =>
      owner.query(
        `update broken_glass set reviewed_at = null, reviewed_by = null, justified = null, review_words_sealed = null
         where id = $1`,
        [glassId],
      ),
  };
  yield {
    cells: cell('break glass', tableNames(post, 'cases.glass.break')),
    async run() {
      const body = { reason: 'danger_to_life', words: 'em bé đang gặp nguy hiểm' } as const;
      return [verdictOf(await server.call(me, glass.breakGlass, { params: { caseId }, body }))];
    },
    async undo() {
      // What stood in the world before was broken ten minutes ago.
      const broken = `select id from broken_glass where case_id = $1 and account_id = $2
        and broken_at > now() - interval '5 minutes'`;
      await owner.query(`delete from supervisor_notice where glass_id in (${broken})`, [caseId, me.id]);
      await owner.query(`delete from broken_glass where id in (${broken})`, [caseId, me.id]);
    },
  };
}
