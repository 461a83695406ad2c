import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { nameToken } from './name-tokens.ts';
import { openKeyBench } from './testing/key-bench.ts';
import { openRegister } from './testing/open-register.ts';

it('finds a child by its name in any spelling and its year of birth, once, and no other child', async () => {
  const { write, find } = await openRegister(await openKeyBench());
  const given = ['Hải', 'Lan', 'Liên', 'Loan', 'Linh'];
  const ids = new Map<string, string>();
  for (const name of given) {
    const id = randomUUID();
    ids.set(name, id);
    await write(id, `Nguyễn Thị ${name}`, 2015);
  }
  for (const name of given) {
    for (const asked of [`Nguyễn Thị ${name}`, `NGUYEN ${name}`, `${name} nguyễn`.normalize('NFD')]) {
      expect(await find(asked)).toEqual([ids.get(name)]);
    }
  }
  expect(await find('Nguyễn Thị Hải', { from: 2010, to: 2014 })).toEqual([]);
  expect(await find('Nguyễn Thị Hải', { from: 2006, to: 2025 })).toEqual([ids.get('Hải')]);
  expect(await find('Nguyễn')).toEqual([]);
  expect(await find('Nguyễn Thị')).toEqual([]);
});

it('puts those with every syllable before those with the first and last only', async () => {
  const { write, find } = await openRegister(await openKeyBench());
  const [whole, ends] = [randomUUID(), randomUUID()].toSorted().toReversed();
  await write(ends ?? '', 'Nguyễn Thị Thanh Hải', 2014);
  await write(whole ?? '', 'Nguyễn Thị Hải', 2015);
  const years = { from: 2010, to: 2020 };
  expect(await find('Nguyen Thi Hai', years)).toEqual([whole, ends]);
  expect(await find('Nguyen Thi Hai', years, 1)).toEqual([whole]);
});

it('forgets a name that was put right, and one whose key is destroyed', async () => {
  const bench = await openKeyBench();
  const { asOwner, write, find } = await openRegister(bench);
  const id = randomUUID();
  await write(id, 'Lê Thị Hong', 2015);
  await write(id, 'Lê Thị Hường', 2016);
  expect(await find('Lê Thị Hồng')).toEqual([]);
  expect(await find('Le Thi Huong', { from: 2016, to: 2016 })).toEqual([id]);
  await asOwner((tx) => bench.keys.destroyKeys(tx, { kind: 'child', id }, new Date()));
  expect(await find('Le Thi Huong', { from: 2016, to: 2016 })).toEqual([]);
});

it('keeps tokens under a key of this installation, which a rotation does not change', async () => {
  const bench = await openKeyBench();
  const { asOwner, write, find } = await openRegister(bench);
  const id = randomUUID();
  await write(id, 'Đỗ Thuý Hoà', 2015);
  await bench.holder.addVersion();
  await bench.keys.keepUp();
  expect(await find('Đỗ Thúy Hòa')).toEqual([id]);
  const { rows } = await asOwner((tx) => sql<{ token: Buffer }>`select token from child_name_token`.execute(tx));
  expect(rows).toHaveLength(2);
  const guessed = nameToken(Buffer.alloc(32), '2015|whole|do hoa thuy');
  for (const { token } of rows) expect(token.equals(guessed)).toBe(false);
  // The same name in another installation has other tokens.
  const other = await openRegister(await openKeyBench());
  await other.write(id, 'Đỗ Thuý Hoà', 2015);
  const elsewhere = await other.asOwner((tx) => sql<{ token: Buffer }>`select token from child_name_token`.execute(tx));
  for (const { token } of elsewhere.rows) expect(rows.some((row) => row.token.equals(token))).toBe(false);
});

it('asks the index alone', async () => {
  const bench = await openKeyBench();
  const { asOwner } = await openRegister(bench);
  const plan = await asOwner(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    await sql`set local enable_bitmapscan = off`.execute(tx);
    await sql`set local enable_hashjoin = off`.execute(tx);
    await sql`set local enable_mergejoin = off`.execute(tx);
    return sql<{ 'QUERY PLAN': string }>`explain select child_id, place_id, province_id, intake_unit
      from unnest(array[sha256('a')]::bytea[]) as asked (token) join child_name_token using (token)`.execute(tx);
  });
  expect(JSON.stringify(plan.rows)).toMatch(/Index Only Scan using child_name_token_pkey/);
});
