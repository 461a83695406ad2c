import rows from '@mangnon/domain/agencies/agencies.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

describe('searching agencies', () => {
  let server: TestServer;
  let officer: Person;
  beforeAll(async () => {
    server = await startTestServer();
    officer = await server.signIn('provincial_lead_officer');
  });
  afterAll(() => server.stop());

  const search = async (q: string, limit?: number) =>
    (await server.call(officer, searchAgencies, { query: { q, ...(limit !== undefined && { limit }) } })).answer
      .agencies;

  it.each(['Sở Y tế', 'so y te', 'SỞ Y TẾ', 'Sở Y tế'.normalize('NFD'), 'y tế sở', 'sở y'])(
    'finds Sở Y tế first by «%s»',
    async (q) => {
      expect((await search(q))[0]).toMatchObject({ id: 't.so_yte', name: 'Sở Y tế', matched: null });
    },
  );

  it.each(['BLĐTBXH', 'bldtbxh', 'Bộ LĐ-TB&XH', 'bộ ldtbxh'])(
    'finds the ministry by its abbreviation «%s», and says which',
    async (q) => {
      const [first] = await search(q);
      expect(first).toMatchObject({ id: 'tw.bo_ldtbxh', matched: expect.stringMatching(/LĐ-?TB&?XH/) });
    },
  );

  it('puts agencies that stand before those that have ended', async () => {
    const ended = new Set(rows.filter((row) => row.valid_to !== null).map((row) => row.canonical_id));
    const found = await search('phòng', 50);
    const begin = found.filter(({ name, matched }) => matched === null && name.startsWith('Phòng'));
    const order = begin.map(({ id }) => ended.has(id));
    expect(order).toContain(true);
    expect(order).toContain(false);
    expect(order.lastIndexOf(false)).toBeLessThan(order.indexOf(true));
  });

  it('answers nothing to nothing, to signs of the search language, and to words no agency has', async () => {
    for (const q of ['', '   ', '%', '_', "'; drop table agency; --", 'không có cơ quan này'])
      expect(await search(q)).toEqual([]);
  });

  it('gives no more than asked, each agency once', async () => {
    const found = await search('s', 5);
    expect(found).toHaveLength(5);
    expect(new Set(found.map(({ id }) => id)).size).toBe(5);
  });

  it('holds the whole register', async () => {
    const { total } = await server.database
      .selectFrom('agency')
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    expect(total).toBe(rows.length);
  });
});
