import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listNotices, readNotices } from '@mangnon/domain/attention/notices.api.ts';
import { getMyManuscripts } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { accepted } from '../testing/review.ts';
import { commune, otherCommune, province, writeSample } from './testing/desk.ts';

/** A province in which nobody holds a post that signs. */
const elsewhere = '01@2025-07-01';

// Who is told of a step is asked of everybody around it: who is not named in an expectation heard nothing.
let server: TestServer;
let people: Record<string, Person>;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  const police = { placeId: province, agencyId: 't.congan' } as const;
  people = {
    officer: await server.signIn({ post: 'commune_officer', placeId: commune }),
    colleague: await server.signIn({ post: 'commune_officer', placeId: commune }),
    chair: await server.signIn({ post: 'commune_chair', placeId: commune }),
    culture: await server.signIn({ post: 'agency_officer', placeId: commune, agencyId: 'x.phong_vhxh' }),
    neighbour: await server.signIn({ post: 'commune_chair', placeId: otherCommune }),
    lead: await server.signIn({ post: 'provincial_lead_officer', placeId: elsewhere }),
    second: await server.signIn({ post: 'provincial_lead_officer', placeId: elsewhere }),
    constable: await server.signIn({ post: 'agency_officer', ...police }),
    head: await server.signIn({ post: 'agency_head', ...police }),
  };
}, 120_000);
beforeEach(() => told());
afterAll(() => server.stop());

const one = (name: string): Person => {
  const person = people[name];
  if (person === undefined) throw new Error(`nobody is ${name}`);
  return person;
};

/** What each person was told since this was last asked, as `person kind title`, in the order of names. */
async function told(): Promise<string[]> {
  const listed = await Promise.all(
    Object.entries(people).map(async ([name, person]) => {
      const { notices } = (await server.call(person, listNotices, { query: { unread: 'yes' } })).answer;
      if (notices.length > 0) await server.call(person, readNotices, { body: { ids: null, read: true } });
      return notices.map(({ kind, title, path }) => `${name} ${kind} ${title} ${path.split('/').length}`);
    }),
  );
  return listed.flat().toSorted();
}
const work = async (name: string) => {
  const { toApprove, toIssue, sentBack } = (await server.call(one(name), getMyManuscripts, {})).answer;
  return [
    ...toApprove.map(({ title }) => `approve ${title}`),
    ...toIssue.map(({ title }) => `issue ${title}`),
    ...sentBack.map((row) => `mend ${row.title} ${row.reason}`),
  ];
};

describe('a plan laid before who approves', () => {
  it('is told to who decides and stands in their work; sent back or approved, to who wrote it', async () => {
    const desk = await writeSample(server, one('officer'), 'Của xã');
    accepted(await desk.submit());
    accepted(await desk.submit());
    expect(await told()).toEqual(['chair plan_submitted Của xã 4']);
    expect([await work('chair'), await work('officer'), await work('neighbour')]).toEqual([['approve Của xã'], [], []]);

    accepted(await desk.sendBack(one('chair'), 'Thiếu hạn.'));
    accepted(await desk.sendBack(one('chair'), 'Thiếu hạn.'));
    expect(await told()).toEqual(['officer plan_sent_back Của xã 4']);
    expect([await work('chair'), await work('officer')]).toEqual([[], ['mend Của xã Thiếu hạn.']]);
    expect(await work('colleague')).toEqual([]);

    // Laid before them once more by a colleague, it is told once more, and the answer goes to both.
    accepted(await desk.submit(one('colleague')));
    expect(await told()).toEqual(['chair plan_submitted Của xã 4']);
    accepted(await desk.approve(one('chair')));
    expect(await told()).toEqual(['colleague plan_approved Của xã 4', 'officer plan_approved Của xã 4']);
    expect([await work('chair'), await work('officer'), await work('neighbour')]).toEqual([['issue Của xã'], [], []]);

    // Issued, it waits for nobody; who wrote it hears of it, and who does the work of the units it names.
    accepted(await desk.issue(one('chair'), 7));
    accepted(await desk.issue(one('chair'), 7));
    expect(await told()).toEqual([
      'colleague plan_issued Của xã 3',
      'culture plan_names_unit Của xã 3',
      'officer plan_issued Của xã 3',
    ]);
    expect(await work('chair')).toEqual([]);
  });

  it('of an agency is told to its head alone', async () => {
    const desk = await writeSample(server, one('constable'), 'Của Công an', province, 't.congan');
    accepted(await desk.submit());
    expect(await told()).toEqual(['head plan_submitted Của Công an 4']);
    expect([await work('head'), await work('lead')]).toEqual([['approve Của Công an'], []]);
  });

  it('where nobody signs waits for who approves for the place; whoever wrote it there may do so', async () => {
    const desk = await writeSample(server, one('lead'), 'Của tỉnh', elsewhere);
    accepted(await desk.submit());
    expect(await told()).toEqual(['second plan_submitted Của tỉnh 4']);
    expect([await work('lead'), await work('second')]).toEqual([['approve Của tỉnh'], ['approve Của tỉnh']]);
    // Who wrote it and may issue it hears the one thing that is theirs to do.
    accepted(await desk.approve(one('second')));
    expect(await told()).toEqual(['lead plan_to_issue Của tỉnh 4']);
    expect([await work('lead'), await work('second')]).toEqual([['issue Của tỉnh'], ['issue Của tỉnh']]);
  });

  it('is not told to who signs and wrote in it', async () => {
    const both = await server.signIn(
      { post: 'commune_officer', placeId: commune },
      { post: 'commune_chair', placeId: commune },
    );
    people['both'] = both;
    const desk = await writeSample(server, one('officer'), 'Hai vai');
    accepted(await desk.submit());
    expect(await told()).toEqual(['both plan_submitted Hai vai 4', 'chair plan_submitted Hai vai 4']);
    expect(await work('both')).toEqual(['approve Hai vai']);
    accepted(await desk.sendBack(one('chair')));
    const data = { text: 'Thêm.' };
    accepted(await desk.act({ type: 'add', itemId: randomUUID(), kind: 'paragraph', after: null, data }, both));
    await told();
    accepted(await desk.submit());
    expect(await told()).toEqual(['chair plan_submitted Hai vai 4']);
    expect(await work('both')).toEqual([]);
  });

  it('costs as many statements for many as for one', async () => {
    const count = async () => (await server.call(one('chair'), getMyManuscripts, {})).statements.length;
    const few = await count();
    for (const title of ['Một', 'Hai', 'Ba']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const desk = await writeSample(server, one('officer'), title);
      // oxlint-disable-next-line no-await-in-loop
      accepted(await desk.submit());
    }
    expect((await work('chair')).length).toBeGreaterThanOrEqual(3);
    expect(await count()).toBe(few);
  });
});
