import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchEverything } from '@mangnon/domain/search/search.api.ts';
import { khe, startTaskWorld, type TaskWorld } from '../tasks/testing/task-world.ts';

let world: TaskWorld;
beforeAll(async () => {
  world = await startTaskWorld();
  world.server.clock.now = new Date('2026-05-04T03:00:00Z');
  await world.give('Thống kê', { agencyId: 'x.ubnd', placeId: khe });
}, 120_000);
afterAll(() => world.server.stop());

const search = (q: string, person = world.people.lead) => world.server.call(person, searchEverything, { query: { q } });
const namesOf = async (q: string, kind: string, person = world.people.lead) =>
  (await search(q, person)).answer.groups.find((group) => group.kind === kind)?.hits.map(({ name }) => name) ?? [];

describe('one box over everything', () => {
  it('finds plans, tasks, texts, agencies and places without accents, each with what tells it apart', async () => {
    expect(await namesOf('moi truong nuoc', 'plan')).toEqual(['Vì môi trường nước an toàn cho trẻ em năm 2026']);
    expect(await namesOf('31/kh-ubnd', 'plan')).toHaveLength(1);
    const tasks = (await search('tai nan duoi nuoc khe truc')).answer.groups.find(({ kind }) => kind === 'task');
    expect(tasks?.hits.map(({ about }) => about)).toEqual(['UBND xã Khe Trúc']);
    expect(await namesOf('luat tre em', 'text')).toContain('Luật Trẻ em');
    expect((await namesOf('so y te', 'agency'))[0]).toBe('Sở Y tế');
    expect((await namesOf('khe truc', 'place'))[0]).toBe('Xã Khe Trúc');
    expect((await search('khong co gi nhu the')).answer.groups).toEqual([]);
    expect((await search('%')).status).toBe(422);
    expect((await search('%%')).answer.groups).toEqual([]);
  });

  it('says of a place or agency that ended since when, and what it is today', async () => {
    const hitsOf = async (q: string, kind: string) =>
      (await search(q)).answer.groups.find((group) => group.kind === kind)?.hits ?? [];
    const ministry = (await hitsOf('bo lao dong thuong binh', 'agency')).find(
      ({ name }) => name === 'Bộ Lao động - Thương binh và Xã hội',
    );
    expect(ministry?.ended?.on).toBe('2025-03-01');
    expect(ministry?.ended?.today).toEqual(expect.arrayContaining(['Bộ Nội vụ', 'Bộ Y tế']));
    expect((await hitsOf('bo y te', 'agency'))[0]).toMatchObject({ name: 'Bộ Y tế', ended: null });
    const [split] = await hitsOf('na hoa', 'place');
    expect(split).toMatchObject({
      name: 'Xã Nà Hoà',
      ended: { on: '2025-07-01', today: ['Xã Khe Trúc', 'Xã Bản Lành'] },
    });
    expect((await hitsOf('khe truc', 'place'))[0]).toMatchObject({ name: 'Xã Khe Trúc', ended: null });
  });

  it('shows six of a kind and says that there are more', async () => {
    const { groups } = (await search('ubnd')).answer;
    for (const { hits, more } of groups) expect([hits.length <= 6, more ? hits.length : 6]).toEqual([true, 6]);
    const places = (await search('xa')).answer.groups.find(({ kind }) => kind === 'place');
    expect([places?.hits.length, places?.more]).toEqual([6, true]);
  });

  it('searches a kind only for a post that may read it, and never children or cases', async () => {
    const { server } = world;
    const operator = await server.signIn('hotline_operator');
    const kinds = (await search('tre em', operator)).answer.groups.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'place')).toEqual([]);
    expect((await search('moi truong nuoc', operator)).answer.groups).toEqual([]);
    const worker = await server.signIn({ post: 'commune_protection_worker', placeId: khe });
    const owner = new Client({ connectionString: server.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query<{ count: string }>('select count(*) from child');
    await owner.end();
    expect(Number(rows[0]?.count)).toBeGreaterThan(0);
    const { statements } = await search('nguyen', worker);
    expect(statements.join(' ')).not.toMatch(/\b(child|child_name_token|protection_case|case_)\b/);
    expect((await server.call(null, searchEverything, { query: { q: 'tre em' } })).status).toBe(401);
  });

  it('sends as many statements for many hits as for one', async () => {
    const one = await search('moi truong nuoc an toan');
    const many = await search('tre em');
    expect(many.answer.groups.length).toBeGreaterThan(one.answer.groups.length);
    expect(many.statements.length).toBeLessThanOrEqual(one.statements.length + 2);
    expect(many.statements.length).toBeLessThanOrEqual(12);
  });
});
