import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import {
  createAccount,
  disableAccount,
  endPost,
  getAccount,
  givePost,
  listAccounts,
  listPostsToGive,
  type NewHolding,
} from '@mangnon/domain/access/accounts.api.ts';
import { getSession } from '@mangnon/domain/access/session.api.ts';
import { begin } from '../platform/database/begin-as.ts';
import { commune, healthPost, neighbour, province } from '../testing/newcomer.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { hashToken } from './session-token.ts';

const day = (shift: number) => new Date(Date.now() + 7 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10);
const worker = { post: 'commune_protection_worker', placeId: commune } as const;
const school = { post: 'school', placeId: commune, agencyId: 'x.truong', unit: 'Trường tiểu học Khe Trúc' } as const;

describe('posts', () => {
  let server: TestServer;
  let administrator: Person;
  let chair: Person;
  let lead: Person;
  let counted = 0;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.signIn('system_administrator');
    chair = await server.signIn({ post: 'commune_chair', placeId: commune });
    lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  });
  afterAll(() => server.stop());

  const make = (by: Person, ...holdings: NewHolding[]) => {
    counted += 1;
    const body = { login: `giao.${counted}`, name: 'Lường Văn Pó', title: '', holdings };
    return server.call(by, createAccount, { body });
  };
  const give = (by: Person, accountId: string, body: NewHolding) =>
    server.call(by, givePost, { params: { accountId }, body });
  const end = (by: Person, accountId: string, holdingId: string) =>
    server.call(by, endPost, { params: { accountId, holdingId } });

  it('are several, each with place, agency, unit and days, and shown as current, coming and ended', async () => {
    const { account } = (await make(administrator, { ...worker, validTo: day(20) }, { ...school, validFrom: day(3) }))
      .answer;
    const { answer } = await give(administrator, account.id, { post: 'commune_chair', placeId: neighbour });
    expect(answer.holdings.map(({ post, standing }) => [post, standing])).toEqual([
      ['commune_chair', 'current'],
      ['commune_protection_worker', 'current'],
      ['school', 'coming'],
    ]);
    expect(answer.holdings[1]).toMatchObject({
      place: { id: commune, fullName: 'Phường Ba Đình', above: 'thành phố Hà Nội' },
      agency: null,
      validFrom: day(0),
      validTo: day(20),
    });
    expect(answer.holdings[2]).toMatchObject({ agency: { id: 'x.truong' }, unit: school.unit, validTo: null });
    const acting = answer.holdings[0]?.id ?? '';
    const ended = (await end(administrator, account.id, acting)).answer;
    expect(ended.holdings.map(({ post, standing, can }) => [post, standing, can.end])).toEqual([
      ['commune_protection_worker', 'current', true],
      ['school', 'coming', true],
      ['commune_chair', 'ended', false],
    ]);
    expect((await end(administrator, account.id, acting)).refusal.code).toBe('access.post_not_found');
    // The same post again later, and again now that the first is over.
    expect((await give(administrator, account.id, { ...worker, validFrom: day(21) })).status).toBe(200);
    expect((await give(administrator, account.id, { post: 'commune_chair', placeId: neighbour })).status).toBe(200);
  });

  it('are gone for an open session with its next call', async () => {
    const person = await server.signIn({ post: 'commune_chair', placeId: commune });
    const seen = async () => (await server.call(person, listAccounts, { query: {} })).status;
    expect(await seen()).toBe(200);
    const { holdings } = (await server.call(administrator, getAccount, { params: { accountId: person.id } })).answer;
    expect((await end(administrator, person.id, holdings[0]?.id ?? '')).status).toBe(200);
    expect(await seen()).toBe(403);
    expect((await server.call(person, getSession, {})).answer.can).toEqual([]);
  });

  it.each<[string, NewHolding, string, string]>([
    ['of an unknown place', { ...worker, placeId: '99999@2025-07-01' }, 'access.post_place_unknown', 'placeId'],
    ['of an unknown agency', { ...school, agencyId: 'x.none' }, 'access.post_agency_unknown', 'agencyId'],
    ['of a place that was merged', { ...worker, placeId: '00001@' }, 'access.post_after_unit', 'placeId'],
    ['before its place began', { ...worker, validFrom: '2025-06-30' }, 'access.post_before_unit', 'validFrom'],
    ['of an agency that is no more', { ...healthPost, agencyId: 't.so_ldtbxh' }, 'access.post_after_unit', 'agencyId'],
    [
      'beyond the end of its agency',
      { ...healthPost, agencyId: 't.so_ldtbxh', placeId: '01@', validFrom: '2024-01-01', validTo: day(2) },
      'access.post_beyond_unit',
      'validTo',
    ],
    [
      'that ends before it begins',
      { ...worker, validFrom: day(5), validTo: day(4) },
      'access.post_ends_before_it_begins',
      'validTo',
    ],
    ['that is over', { ...worker, validFrom: day(-9), validTo: day(-1) }, 'access.post_over', 'validTo'],
    ['of a commune, in a province', { ...worker, placeId: province }, 'access.post_needs_commune', 'placeId'],
    ['without the place it needs', { post: 'provincial_lead_officer' }, 'access.post_needs_province', 'placeId'],
    ['without the agency it needs', { ...school, agencyId: null }, 'access.post_needs_agency', 'agencyId'],
    ['with an agency it has not', { ...worker, agencyId: 'x.ubnd' }, 'access.post_without_agency', 'agencyId'],
    ['with a place it has not', { post: 'auditor', placeId: commune }, 'access.post_without_place', 'placeId'],
    ['for the nation', { post: 'police', nationwide: true }, 'access.post_not_nationwide', 'nationwide'],
  ])('%s are refused, with the field', async (_what, held, code, field) => {
    const before = await server.database.selectFrom('account').select('id').execute();
    const refused = await make(administrator, worker, held);
    expect([refused.status < 500, refused.refusal.code, refused.refusal.where]).toEqual([
      true,
      code,
      `body.holdings.1.${field}`,
    ]);
    expect(await server.database.selectFrom('account').select('id').execute()).toHaveLength(before.length);
  });

  it('of one place at one time are held once, and some never beside others', async () => {
    const { account } = (await make(administrator, { ...worker, validTo: day(10) })).answer;
    const twice = await give(administrator, account.id, { ...worker, validFrom: day(10) });
    expect([twice.status, twice.refusal.code]).toEqual([409, 'access.post_twice']);
    const both = await make(administrator, worker, { ...worker, validFrom: day(1) });
    expect([both.refusal.code, both.refusal.where]).toEqual(['access.post_twice', 'body.holdings.1.validFrom']);
    for (const alone of ['system_administrator', 'auditor'] as const)
      expect((await give(administrator, account.id, { post: alone })).refusal.code).toBe('access.posts_opposed');
    expect((await give(administrator, account.id, { post: 'auditor', validFrom: day(11) })).status).toBe(200);
    const other = (await make(administrator, { post: 'system_administrator' })).answer.account;
    expect((await give(administrator, other.id, worker)).refusal.code).toBe('access.posts_opposed');
  });

  it('are given to nobody by themselves', async () => {
    for (const [person, held] of [
      [administrator, worker],
      [administrator, { post: 'system_administrator' }],
      [chair, worker],
      [lead, { post: 'commune_officer', placeId: commune }],
    ] as const) {
      const refused = await give(person, person.id, held);
      expect([refused.status, refused.refusal.code]).toEqual([403, 'access.not_oneself']);
    }
  });

  it('are given by officers in their own place, and only those that are theirs to give', async () => {
    const answers = [
      await make(chair, worker),
      await make(chair, school),
      await make(lead, { ...healthPost }),
      await make(lead, { post: 'commune_officer', placeId: commune }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = [
      await make(chair, { ...worker, placeId: neighbour }),
      await make(chair, { post: 'commune_chair', placeId: commune }),
      await make(chair, { post: 'system_administrator' }),
      await make(lead, worker),
      await make(lead, { post: 'commune_officer', placeId: '79@2025-07-01' }),
      await make(lead, { ...healthPost, placeId: '79@2025-07-01' }),
      await make(lead, { post: 'inspector', placeId: province }),
    ];
    expect(refused.map(({ refusal }) => refusal.code)).toEqual([
      ...Array(4).fill('access.post_not_yours_to_give'),
      'access.post_needs_commune',
      ...Array(2).fill('access.post_not_yours_to_give'),
    ]);
    const gives = (await server.call(chair, listPostsToGive, {})).answer.gives;
    expect(gives.map(({ post }) => post)).toContain('commune_protection_worker');
    expect(gives[0]?.within?.map(({ id }) => id)).toEqual([commune]);
    expect((await server.call(administrator, listPostsToGive, {})).answer.gives[0]?.within).toBeNull();
  });

  it('make accounts known and kept by officers of the place alone', async () => {
    const here = (await make(administrator, worker)).answer.account.id;
    const elsewhere = (await make(administrator, { ...worker, placeId: neighbour })).answer.account.id;
    const both = (await make(administrator, worker, { ...worker, placeId: neighbour })).answer.account.id;
    const look = (by: Person, accountId: string) => server.call(by, getAccount, { params: { accountId } });
    expect((await look(chair, here)).answer.can).toMatchObject({ give: true, disable: true, invite: true });
    expect((await look(chair, elsewhere)).refusal.code).toBe('access.account_not_found');
    // Known, for one post is here; but the other is not the chair's, so neither is the account.
    const shared = (await look(chair, both)).answer;
    expect([shared.can.disable, shared.holdings.filter(({ can }) => can.end).map(({ place }) => place?.id)]).toEqual([
      false,
      [commune],
    ]);
    const disable = (by: Person, accountId: string) => server.call(by, disableAccount, { params: { accountId } });
    expect((await disable(chair, both)).status).toBe(403);
    const foreign = shared.holdings.find(({ can }) => !can.end)?.id ?? '';
    expect((await end(chair, both, foreign)).status).toBe(403);
    expect((await disable(chair, administrator.id)).status).toBe(404);
    expect((await disable(chair, here)).answer.state).toBe('disabled');
    const listed = (await server.call(chair, listAccounts, { query: {} })).answer.accounts.map(({ id }) => id);
    expect([listed.includes(here), listed.includes(both), listed.includes(elsewhere)]).toEqual([true, true, false]);
    expect((await look(lead, elsewhere)).answer.can.disable).toBe(false);
  });

  it('leave at least one active administrator', async () => {
    const { accounts } = (await server.call(administrator, listAccounts, { query: {} })).answer;
    for (const { id, holdings } of accounts) {
      if (id !== administrator.id && holdings.some(({ post }) => post === 'system_administrator'))
        await server.call(administrator, disableAccount, { params: { accountId: id } });
    }
    const own = (await server.call(administrator, getAccount, { params: { accountId: administrator.id } })).answer;
    const last = await end(administrator, own.id, own.holdings[0]?.id ?? '');
    expect(last.refusal.code).toBe('access.last_administrator');
    const self = await server.call(administrator, disableAccount, { params: { accountId: own.id } });
    expect(self.refusal.code).toBe('access.not_oneself');
  });

  it('are given in the database itself by no one to themselves, nor outside their place', async () => {
    const tokenOf = ({ cookie }: Person) => hashToken(cookie.split('=')[1] ?? '');
    const account = (await make(administrator, worker)).answer.account.id;
    const client = new Client({ connectionString: server.databaseUrl });
    await client.connect();
    const attempt = async (by: Person, to: string, post: string, place: string | null) => {
      await client.query('begin');
      try {
        await client.query('set local role mangnon_app');
        await client.query(begin, [tokenOf(by)]);
        await client.query(
          `insert into post_holding (account_id, post, place_id, valid_from, given_by) values ($1, $2, $3, current_date, $4)`,
          [to, post, place, by.id],
        );
        return 'given';
      } catch (error) {
        return /row-level security/.test(String(error)) ? 'refused' : String(error);
      } finally {
        await client.query('rollback');
      }
    };
    expect([
      await attempt(administrator, account, 'commune_officer', neighbour),
      await attempt(chair, account, 'commune_officer', commune),
      await attempt(lead, account, 'village_collaborator', commune),
    ]).toEqual(['given', 'given', 'given']);
    expect([
      await attempt(administrator, administrator.id, 'commune_protection_worker', commune),
      await attempt(chair, chair.id, 'commune_officer', commune),
      await attempt(chair, account, 'commune_officer', neighbour),
      await attempt(chair, account, 'provincial_lead_officer', commune),
      await attempt(lead, account, 'commune_protection_worker', neighbour),
      await attempt(lead, account, 'village_collaborator', '79@2025-07-01'),
    ]).toEqual(Array(6).fill('refused'));
    await client.end();
  });
});
