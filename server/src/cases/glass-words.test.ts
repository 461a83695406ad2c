import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { breakGlass, listBrokenGlass, reviewBrokenGlass } from '@mangnon/domain/cases/broken-glass.api.ts';
import { eventually } from '../testing/eventually.ts';
import { startProcess } from '../testing/start-process.ts';
import { testKeys } from '../testing/test-keys.ts';
import { startWorldServer, type WorldServer } from './testing/sealed-server.ts';

let bench: WorldServer;
beforeAll(async () => {
  bench = await startWorldServer();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.owner.query('delete from supervisor_notice');
  await bench.owner.query('delete from broken_glass');
});

const words = 'Chim vành khuyên báo tin em bé ở nhà người lạ.';
const verdict = 'Chim sáo báo tin đã gọi trực ban.';
const canary = 'báo tin';
const caseId = () => bench.world.full.prov.caseId;

const broken = async () => {
  const body = { reason: 'danger_to_life', words } as const;
  return (await bench.server.call(bench.person('police'), breakGlass, { params: { caseId: caseId() }, body })).answer;
};
const list = () => bench.server.call(bench.person('provincial_lead_officer'), listBrokenGlass, {});

/** Every table of the database, those of the queue included, in which the text stands, in letters or as bytes. */
async function findTablesWith(text: string): Promise<string[]> {
  const { rows } = await bench.owner.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname in ('public', 'graphile_worker') and relname not like 'place%'`,
  );
  const hex = Buffer.from(text).toString('hex');
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const hits = await bench.owner.query(
        `select from ${name} as one where position($1 in one::text) > 0 or position($2 in one::text) > 0 limit 1`,
        [text, hex],
      );
      return hits.rowCount === 0 ? [] : [name];
    }),
  );
  return found.flat();
}

describe('what is said in words of broken glass', () => {
  it('is read by who reviews it, and stands nowhere in the clear', async () => {
    const { id } = await broken();
    const body = { justified: true, words: verdict };
    const lead = bench.person('provincial_lead_officer');
    const reviewed = await bench.server.call(lead, reviewBrokenGlass, { params: { glassId: id }, body });
    expect(reviewed.answer).toMatchObject({ words, review: { words: verdict } });
    expect((await list()).answer.glass).toMatchObject([{ id, words, review: { words: verdict } }]);
    // The search finds what stands in the clear.
    expect(await findTablesWith('danger_to_life')).toContain('public.broken_glass');
    expect(await findTablesWith(canary)).toEqual([]);
  });

  it('opens in its own row alone', async () => {
    await broken();
    // The same case, by another person: under the same key.
    const params = { caseId: caseId() };
    const body = { reason: 'child_moved', words: 'Một lời khác hẳn, dài hơn hai mươi chữ.' } as const;
    await bench.server.call(bench.person('provincial_lead_officer'), breakGlass, { params, body });
    const inspect = () => bench.server.call(bench.person('inspector'), listBrokenGlass, {});
    expect((await inspect()).answer.glass.map((one) => one.words)).toHaveLength(2);
    await bench.owner.query(
      `update broken_glass one set words_sealed = other.words_sealed from broken_glass other where other.id <> one.id`,
    );
    expect((await inspect()).refusal.code).toBe('keys.cannot_open');
  });

  it('is said to be destroyed once the key of the case is, and the glass itself still told', async () => {
    const { id } = await broken();
    const key = `subject_kind = 'case' and subject_id = '${caseId()}'`;
    const { rows } = await bench.owner.query<{ wrapped: Buffer }>(`select wrapped from data_key where ${key}`);
    await bench.owner.query(`update data_key set wrapped = null, destroyed_at = now() where ${key}`);
    try {
      expect((await list()).answer.glass).toMatchObject([{ id, reason: 'danger_to_life', words: null }]);
      await bench.owner.query('update broken_glass set until = now()');
      const again = await bench.server.call(bench.person('police'), breakGlass, {
        params: { caseId: caseId() },
        body: { reason: 'danger_to_life', words },
      });
      expect(again.refusal.code).toBe('keys.destroyed');
    } finally {
      await bench.owner.query(`update data_key set wrapped = $1, destroyed_at = null where ${key}`, [rows[0]?.wrapped]);
    }
  });

  it('from before it was sealed is sealed at the next start, none lost; and the log of a server tells none of it', async () => {
    const { id } = await broken();
    await bench.owner.query(
      `update broken_glass set words = $1, words_sealed = null, review_words = $2, reviewed_at = now(), justified = false,
         reviewed_by = $3`,
      [words, verdict, bench.person('inspector').id],
    );
    expect(await findTablesWith(canary)).toEqual(['public.broken_glass']);
    const folder = await mkdtemp(join(tmpdir(), 'mangnon-glass-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const server = await startProcess({
      env: {
        MANGNON_DATABASE_URL: bench.server.databaseUrl,
        MANGNON_KEY: testKeys.key,
        MANGNON_DATA: folder,
        MANGNON_DEMO: '0',
        MANGNON_LOG: 'debug',
      },
    });
    onTestFinished(async () => void (await server.stop()));
    expect(await findTablesWith(canary)).toEqual([]);
    expect((await list()).answer.glass).toMatchObject([{ id, words, review: { words: verdict, justified: false } }]);
    // The same over the real program, whose log is looked at: breaking, a refusal that names its field, reading.
    const ask = async (path: string, cookie: string, payload?: object) => {
      const headers = { cookie, 'content-type': 'application/json' };
      const method = payload === undefined ? 'GET' : 'POST';
      const body = payload === undefined ? null : JSON.stringify(payload);
      return (await fetch(`${server.address}${path}`, { method, headers, body })).status;
    };
    const path = `/api/cases/${bench.world.full.else.caseId}/broken-glass`;
    const { cookie } = bench.person('police');
    expect(await ask(path, cookie, { reason: 'danger_to_life', words })).toBe(200);
    expect(await ask(path, cookie, { reason: 'curiosity', words })).toBe(422);
    expect(await ask('/api/broken-glass', bench.person('provincial_lead_officer').cookie)).toBe(200);
    await eventually(async () => server.output().includes('"route":"/api/broken-glass"'));
    expect(server.output()).not.toContain(canary);
    expect(await findTablesWith(canary)).toEqual([]);
  });
});
