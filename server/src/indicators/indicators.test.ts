import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getIndicator, listCatalogue } from '@mangnon/domain/indicators/indicators.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { updateIndicators } from './indicator-register.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('commune_officer');
});
afterAll(() => server.stop());

type Asked = NonNullable<(typeof listCatalogue)['query']>['_input'];
const list = async (query: Asked = {}) => (await server.call(officer, listCatalogue, { query })).answer;
const get = (code: string) => server.call(officer, getIndicator, { params: { code } });

describe('the catalogue of indicators', () => {
  it('is there for every officer from the first start, and changed by none of them', async () => {
    const { indicators, texts, can } = await list();
    expect(indicators.length).toBeGreaterThan(130);
    expect(texts[0]).toEqual({
      number: '23/QĐ-TTg',
      indicators: indicators.filter(({ texts: of }) => of.includes('23/QĐ-TTg')).length,
    });
    expect(can).toEqual({ edit: false });
  });

  it('is found by words without accents, by text, by subject, by what no text names', async () => {
    const codes = async (query: Asked) => (await list(query)).indicators.map(({ code }) => code);
    expect(await codes({ q: 'tao hon' })).toEqual(['qd23.13', 'n.child_marriages', 'n.married_children']);
    expect(await codes({ q: '0605' })).toEqual(['tt13.0605']);
    expect(await codes({ text: '1472/QĐ-TTg', q: 'truy to dung thoi han ty le' })).toEqual([
      'justice.indicted_in_time',
    ]);
    expect(new Set((await list({ text: 'own' })).indicators.flatMap(({ texts }) => texts)).size).toBe(0);
    const own = await list({ text: 'own', subject: 'outreach' });
    expect(own.indicators.map(({ code, texts }) => [code, texts])).toEqual([
      ['n.activities', []],
      ['n.people_reached', []],
    ]);
    expect(await codes({ on: '2019-01-01', q: 'xâm hại trên tổng số' })).toEqual([]);
  });

  it('tells of one its formula in words, its breakdowns, how sure it is, and what is computed from it', async () => {
    const { answer } = await get('qd23.8a');
    expect(answer.versions[0]?.formulaWords.vi).toBe('Số trẻ em có hoàn cảnh đặc biệt ÷ Dân số trẻ em × 100');
    expect(answer.current).toBe(1);
    expect(answer.counts.map(({ code }) => code)).toEqual(['n.special', 'n.children']);
    expect(answer.breakdowns.find(({ code }) => code === 'circumstance')?.parts).toHaveLength(14);
    expect((await get('n.special')).answer.usedBy.map(({ code }) => code)).toContain('tt13.special_supported');
    expect((await get('qd23.6')).answer.versions[0]?.trustWords.map(({ en }) => en)).toContain(
      'The formula is not known, so nothing is computed.',
    );
    expect((await get('no.such')).refusal.code).toBe('indicators.not_found');
  });

  it('keeps what a version said: the program may end one and change nothing else', async () => {
    const tries = [
      sql`update indicator set name = '{"vi":"Khác","en":"Other"}' where code = 'qd23.1'`,
      sql`delete from indicator where code = 'qd23.1'`,
      sql`update indicator set formula = '{"kind":"unknown"}' where code = 'qd23.1'`,
    ];
    for (const attempt of tries) await expect(attempt.execute(server.database)).rejects.toThrow(/permission denied/);
  });

  it('takes a newer version of its files in once, and leaves what a person has recorded', async () => {
    await server.database.transaction().execute(async (transaction) => {
      await sql`set local role none`.execute(transaction);
      await sql`delete from indicator_seed`.execute(transaction);
      await sql`delete from indicator where code in ('qd23.1', 'qd23.2')`.execute(transaction);
      // As if an officer had recorded the first of them otherwise.
      await sql`alter table indicator disable trigger indicator_recorded`.execute(transaction);
      await sql`insert into indicator select 'qd23.1', 2, official_code, '2021-01-07', null, subject,
        '{"vi":"Tên do cán bộ ghi","en":"By an officer"}', definition, formula, unit, breakdowns, period, data_source, agency,
        basis, goal, trust, formula_trust, note, now(), ${officer.id} from indicator where code = 'qd23.12'`.execute(
        transaction,
      );
      await sql`alter table indicator enable trigger indicator_recorded`.execute(transaction);
    });
    await Promise.all([updateIndicators(server.database), updateIndicators(server.database)]);
    const kept = (await get('qd23.1')).answer.versions;
    expect(kept.map(({ version, name }) => [version, name.vi])).toEqual([[2, 'Tên do cán bộ ghi']]);
    expect((await get('qd23.2')).answer.versions).toHaveLength(1);
  });
});
