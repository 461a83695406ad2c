import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsOf } from '@mangnon/domain/access/post-needs.ts';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import * as api from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import * as steps from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import { manuscriptStates, type ManuscriptState } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import * as versions from '@mangnon/domain/plans/writing/versions.api.ts';
import { runOn } from '../../testing/test-database.setup.ts';
import type { Called, Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { commune, otherCommune, province, start, writeSample } from './testing/desk.ts';
import { writingModule } from './writing.module.ts';
import { accepted } from '../testing/review.ts';

// Every post, in every state, tries every act, over HTTP; what must come of it is written out by hand.

type Place = 'commune' | 'province';
type Does = 'read' | 'edit' | 'comment' | 'submit' | 'sendBack' | 'approve' | 'issue' | 'withdraw' | 'restore';

let server: TestServer;
const people = new Map<Post, Person>();
const manuscripts = { commune: '', province: '' };
const issued = { commune: '', province: '' };

beforeAll(async () => {
  server = await startTestServer({ demo: true });
  for (const post of posts) {
    const { place } = needsOf[post];
    const placeId = place === 'none' ? {} : { placeId: place === 'province' ? province : commune };
    // oxlint-disable-next-line no-await-in-loop
    people.set(post, await server.signIn({ post, ...placeId, validFrom: '2000-01-01' }));
  }
  manuscripts.commune = (await writeSample(server, personOf('commune_officer'), 'Của xã')).manuscriptId;
  const lead = personOf('provincial_lead_officer');
  for (const place of ['commune', 'province'] as const) {
    const writer = place === 'commune' ? personOf('commune_officer') : lead;
    const issuer = personOf(place === 'commune' ? 'commune_chair' : 'provincial_chair');
    // oxlint-disable-next-line no-await-in-loop
    const desk = await writeSample(server, writer, 'Đã ban hành', place === 'commune' ? commune : province);
    // oxlint-disable-next-line no-await-in-loop
    accepted(await desk.submit());
    // oxlint-disable-next-line no-await-in-loop
    accepted(await desk.approve(issuer));
    // oxlint-disable-next-line no-await-in-loop
    accepted(await desk.issue(issuer, 1));
    issued[place] = desk.manuscriptId;
  }
  manuscripts.province = (await writeSample(server, lead, 'Của tỉnh', province)).manuscriptId;
}, 120_000);
afterAll(() => server.stop());

function personOf(post: Post): Person {
  const person = people.get(post);
  if (person === undefined) throw new Error(`nobody is ${post}`);
  return person;
}

const everything: readonly Does[] = [
  'read',
  'edit',
  'comment',
  'submit',
  'sendBack',
  'approve',
  'issue',
  'withdraw',
  'restore',
];

/** Who may do what with a plan of their own place; nobody else may anything, nor these in any other place. */
const parts: Readonly<Partial<Record<Post, { readonly place: Place; readonly does: readonly Does[] }>>> = {
  // Where somebody signs, who writes does not approve.
  provincial_lead_officer: {
    place: 'province',
    does: ['read', 'edit', 'comment', 'submit', 'withdraw', 'restore'],
  },
  provincial_chair: { place: 'province', does: ['read', 'comment', 'sendBack', 'approve', 'issue'] },
  commune_officer: { place: 'commune', does: ['read', 'edit', 'comment', 'submit', 'withdraw', 'restore'] },
  commune_chair: { place: 'commune', does: ['read', 'comment', 'sendBack', 'approve', 'issue'] },
  commune_protection_worker: { place: 'commune', does: ['read', 'comment'] },
};

const possible: Readonly<Record<ManuscriptState, readonly Does[]>> = {
  drafting: ['read', 'edit', 'comment', 'submit', 'withdraw'],
  submitted: ['read', 'comment', 'sendBack', 'approve', 'withdraw'],
  sent_back: ['read', 'edit', 'comment', 'submit', 'withdraw'],
  approved: ['read', 'comment', 'sendBack', 'issue', 'withdraw'],
  issued: ['read', 'comment'],
  withdrawn: ['read', 'comment', 'restore'],
};

/** Asked again in the state it leads to, a step answers that it is done, and does nothing. */
const done: Partial<Record<Does, ManuscriptState>> = {
  submit: 'submitted',
  sendBack: 'sent_back',
  approve: 'approved',
  issue: 'issued',
  withdraw: 'withdrawn',
  restore: 'drafting',
};

let number = 50;
const acts: Readonly<
  Record<Does, (person: Person | null, manuscriptId: string, seq: number) => Promise<Called<unknown>>>
> = {
  read: (person, manuscriptId) => server.call(person, api.getManuscript, { params: { manuscriptId } }),
  edit: (person, manuscriptId) =>
    server.call(person, api.editManuscript, {
      params: { manuscriptId },
      body: {
        editId: randomUUID(),
        act: { type: 'add', itemId: randomUUID(), kind: 'paragraph', after: null, data: { text: 'Thêm' } },
      },
    }),
  comment: (person, manuscriptId) =>
    server.call(person, api.addComment, {
      params: { manuscriptId },
      body: { commentId: randomUUID(), itemId: null, answers: null, text: 'Hỏi' },
    }),
  submit: (person, manuscriptId, seq) =>
    server.call(person, steps.submitManuscript, { params: { manuscriptId }, body: { seq } }),
  sendBack: (person, manuscriptId) =>
    server.call(person, steps.sendBackManuscript, { params: { manuscriptId }, body: { reason: 'Sửa' } }),
  approve: (person, manuscriptId, seq) =>
    server.call(person, steps.approveManuscript, { params: { manuscriptId }, body: { seq } }),
  issue: (person, manuscriptId) =>
    server.call(person, steps.issueManuscript, {
      params: { manuscriptId },
      body: { number: (number += 1), issuedOn: '2026-03-09' },
    }),
  withdraw: (person, manuscriptId) =>
    server.call(person, steps.withdrawManuscript, { params: { manuscriptId }, body: {} }),
  restore: (person, manuscriptId) =>
    server.call(person, steps.restoreManuscript, { params: { manuscriptId }, body: {} }),
};

/** Puts a manuscript into a state as the owner of the database, and says where its count stands. */
async function putInto(place: Place, state: ManuscriptState): Promise<{ id: string; seq: number }> {
  if (state === 'issued') return { id: issued[place], seq: 0 };
  const id = manuscripts[place];
  await runOn(server.databaseUrl, `update manuscript set state = '${state}' where id = '${id}' and plan_id is null`);
  const keeper = personOf(place === 'commune' ? 'commune_officer' : 'provincial_lead_officer');
  const { seq } = (await server.call(keeper, api.getManuscript, { params: { manuscriptId: id } })).answer;
  return { id, seq };
}

describe.each(posts)('%s', (post) => {
  it.each(manuscriptStates)('at a plan that is %s', async (state) => {
    for (const place of ['commune', 'province'] as const) {
      const mine = parts[post]?.place === place ? (parts[post]?.does ?? []) : [];
      // oxlint-disable-next-line no-await-in-loop
      let stands = await putInto(place, state);
      for (const does of everything) {
        // What issues for good is tried on a plan of its own, in the tests of issuing.
        if (does === 'issue' && mine.includes('issue') && state === 'approved') continue;
        // oxlint-disable-next-line no-await-in-loop
        const { status } = await acts[does](personOf(post), stands.id, stands.seq);
        // Only what was let may have moved it.
        // oxlint-disable-next-line no-await-in-loop
        if (status < 400 && does !== 'read') stands = await putInto(place, state);
        const lets = possible[state].includes(does) || done[does] === state;
        const wanted = mine.includes(does) ? (lets ? [200] : [409]) : [403, 404];
        expect({ post, state, place, does, status: wanted.includes(status) ? 'as told' : status }).toEqual({
          post,
          state,
          place,
          does,
          status: 'as told',
        });
      }
    }
  });
});

describe('the endpoints of writing', () => {
  it('are closed to who is not signed in, and to the neighbour', async () => {
    const neighbour = await server.signIn({ post: 'commune_officer', placeId: otherCommune, validFrom: '2000-01-01' });
    const params = { manuscriptId: manuscripts.commune };
    const plan = { planId: randomUUID() };
    const asked: [string, (person: Person | null) => Promise<Called<unknown>>, readonly number[]][] = [
      ['plans.writing.list', (person) => server.call(person, api.listManuscripts, {}), [200]],
      ['GET /api/my-work/manuscripts', (person) => server.call(person, api.getMyManuscripts, {}), [200]],
      ['plans.writing.start', (person) => start(server, person), [403]],
      ['plans.writing.read', (person) => acts.read(person, manuscripts.commune, 0), [404]],
      [
        'GET /api/manuscripts/:manuscriptId/edits',
        (person) => server.call(person, api.listManuscriptEdits, { params, query: { after: 0 } }),
        [404],
      ],
      ['plans.writing.edit', (person) => acts.edit(person, manuscripts.commune, 0), [404]],
      ['plans.writing.comment', (person) => acts.comment(person, manuscripts.commune, 0), [404]],
      [
        'plans.writing.settle',
        (person) =>
          server.call(person, api.settleComment, { params: { ...params, commentId: randomUUID() }, body: {} }),
        [404],
      ],
      ['plans.writing.submit', (person) => acts.submit(person, manuscripts.commune, 0), [404]],
      ['plans.writing.send_back', (person) => acts.sendBack(person, manuscripts.commune, 0), [403]],
      ['plans.writing.approve', (person) => acts.approve(person, manuscripts.commune, 0), [403]],
      ['plans.writing.withdraw', (person) => acts.withdraw(person, manuscripts.commune, 0), [404]],
      ['plans.writing.restore', (person) => acts.restore(person, manuscripts.commune, 0), [404]],
      ['plans.writing.issue', (person) => acts.issue(person, manuscripts.commune, 0), [403]],
      [
        'plans.writing.print',
        (person) => server.call(person, api.getManuscriptPaper, { params, query: { form: 'word' } }),
        [404],
      ],
      ['plans.writing.compare', (person) => server.call(person, versions.getManuscriptDifference, { params }), [404]],
      [
        'plans.plan.print',
        (person) => server.call(person, versions.getPlanPaper, { params: plan, query: { form: 'word' } }),
        [404],
      ],
      [
        'plans.plan.task_list',
        (person) => server.call(person, versions.getTaskList, { params: plan, query: { form: 'word' } }),
        [404],
      ],
      [
        'GET /api/plans/:planId/versions',
        (person) => server.call(person, versions.getPlanVersions, { params: plan }),
        [200],
      ],
      ['plans.plan.compare', (person) => server.call(person, versions.getPlanDifference, { params: plan }), [404]],
    ];
    const names = writingModule.actions.map(({ endpoint }) => endpoint.audit ?? `${endpoint.method} ${endpoint.path}`);
    expect(asked.map(([name]) => name).toSorted()).toEqual(names.toSorted());
    for (const [name, ask, statuses] of asked) {
      // oxlint-disable-next-line no-await-in-loop
      expect([name, (await ask(null)).status]).toEqual([name, 401]);
      // oxlint-disable-next-line no-await-in-loop
      const { status } = await ask(neighbour);
      expect([name, statuses.includes(status) ? 'as told' : status]).toEqual([name, 'as told']);
    }
  });
});
