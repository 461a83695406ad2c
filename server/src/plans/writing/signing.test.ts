import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPlan } from '@mangnon/domain/plans/plans.api.ts';
import { listManuscripts } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { accepted } from '../testing/review.ts';
import { commune, province, start, writeSample } from './testing/desk.ts';

// Who signs: another than who wrote, wherever the body has somebody for it.
const police = { placeId: province, agencyId: 't.congan' } as const;
/** A province in which nobody holds a post that signs. */
const elsewhere = '01@2025-07-01';

let server: TestServer;
let lead: Person;
let chair: Person;
let officer: Person;
let head: Person;
let neighbour: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  chair = await server.signIn({ post: 'provincial_chair', placeId: province });
  officer = await server.signIn({ post: 'agency_officer', ...police });
  head = await server.signIn({ post: 'agency_head', ...police });
  neighbour = await server.signIn({ post: 'agency_officer', placeId: province, agencyId: 't.so_gddt' });
}, 120_000);
afterAll(() => server.stop());

describe('a plan of a province', () => {
  it('that has a chair is written by the lead officer and approved and issued by the chair alone', async () => {
    const desk = await writeSample(server, lead, 'Của tỉnh', province);
    accepted(await desk.submit());
    expect((await desk.get()).can).toMatchObject({ approve: false, sendBack: false });
    expect((await desk.get(chair)).can).toMatchObject({ approve: true, sendBack: true, edit: false });
    expect((await desk.approve(lead)).status).toBe(403);
    expect((await desk.sendBack(lead)).status).toBe(403);
    accepted(await desk.sendBack(chair));
    accepted(await desk.submit());
    accepted(await desk.approve(chair));
    expect((await desk.issue(lead, 3)).status).toBe(403);
    const { planId } = (await desk.issue(chair, 3)).answer;
    expect((await server.call(chair, getPlan, { params: { planId } })).answer.heading.number).toBe('03/KH-UBND');
  });

  it('is not approved by who wrote in it, whatever else they hold', async () => {
    const both = await server.signIn(
      { post: 'provincial_lead_officer', placeId: province },
      { post: 'provincial_chair', placeId: province },
    );
    const desk = await writeSample(server, both, 'Một người hai vai', province);
    accepted(await desk.submit());
    expect((await desk.get(both)).can.approve).toBe(false);
    expect((await desk.approve(both)).refusal.code).toBe('writing.own_words');
    accepted(await desk.approve(chair));
  });

  it('that has no chair here is recorded as approved by the lead officer, as it was signed on paper', async () => {
    const alone = await server.signIn({ post: 'provincial_lead_officer', placeId: elsewhere });
    const desk = await writeSample(server, alone, 'Chưa có chủ tịch', elsewhere);
    accepted(await desk.submit());
    accepted(await desk.approve(alone));
    accepted(await desk.issue(alone, 4));
  });
});

describe('a plan of another agency', () => {
  it('is written by its own officers, approved and issued by its head, and seen by no other agency', async () => {
    const offered = (await server.call(officer, listManuscripts, {})).answer.places;
    expect(offered).toMatchObject([{ placeId: province, agency: { id: 't.congan' } }]);
    const desk = await writeSample(server, officer, 'Của Công an tỉnh', province, police.agencyId);
    expect((await desk.get()).issuer).toBe(offered[0]?.agency?.name);
    expect((await server.call(neighbour, listManuscripts, {})).answer.manuscripts).toEqual([]);
    expect((await desk.act({ type: 'undo', editId: desk.manuscriptId }, neighbour)).status).toBe(404);
    accepted(await desk.submit());
    expect((await desk.approve(officer)).status).toBe(403);
    expect((await desk.approve(chair)).status).toBe(403);
    expect((await desk.approve(lead)).status).toBe(403);
    accepted(await desk.approve(head));
    expect((await desk.issue(officer, 5)).status).toBe(403);
    const { planId } = (await desk.issue(head, 5)).answer;
    expect((await server.call(neighbour, getPlan, { params: { planId } })).answer.heading.number).toContain('05/');
  });

  it('is begun by them for no other agency, nor for the committee, nor elsewhere', async () => {
    const asked = [
      { agency: null },
      { agency: { id: 't.so_gddt', name: 'Sở Giáo dục và Đào tạo' } },
      { agency: { id: police.agencyId, name: 'Công an' }, placeId: commune },
    ];
    for (const more of asked) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await start(server, officer, { placeId: province, ...more })).status).toBe(403);
    }
    expect((await start(server, head, { placeId: province })).status).toBe(403);
  });

  it('whose head holds no post here is approved by who approves for the place', async () => {
    const desk = await writeSample(server, neighbour, 'Của Sở Giáo dục', province, 't.so_gddt');
    accepted(await desk.submit());
    expect((await desk.approve(head)).status).toBe(404);
    accepted(await desk.approve(chair));
  });
});
