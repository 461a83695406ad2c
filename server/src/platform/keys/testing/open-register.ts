import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { valueOf, type KeyBench } from './key-bench.ts';

/** Children with their names, as the owner of the tables: what a post may find is tested where the policies are. */
export async function openRegister({ within, keys }: KeyBench) {
  const asOwner = <T>(work: (tx: Parameters<typeof keys.names.find>[0]) => Promise<T>) =>
    within(async (_, tx) => {
      await sql`set local role none`.execute(tx);
      return work(tx);
    });
  const at = await asOwner(async (tx) => {
    const places = await sql<{ placeId: string; provinceId: string }>`
      select id as "placeId", parent_id as "provinceId" from place
      where level = 'commune' and valid_to is null order by id limit 1`.execute(tx);
    const [place] = places.rows;
    if (place === undefined) throw new Error('the template holds no communes');
    return { ...place, intakeUnit: '' };
  });
  const officer = randomUUID();
  await asOwner((tx) =>
    sql`insert into account (id, login, login_folded, name, title, password_hash, created_at)
      values (${officer}, 'officer', 'officer', 'Người thử', '', '$argon2id$none', now())`.execute(tx),
  );
  const write = (childId: string, name: string, birthYear: number | null) =>
    asOwner(async (tx) => {
      await sql`insert into child (id, place_id, province_id, created_by)
        values (${childId}, ${at.placeId}, ${at.provinceId}, ${officer}) on conflict do nothing`.execute(tx);
      return valueOf(await keys.names.replace(tx, { childId, name, birthYear, ...at }));
    });
  const find = (name: string, years = { from: 2015, to: 2015 }, limit = 10) =>
    asOwner(async (tx) => valueOf(await keys.names.find(tx, name, years, limit)));
  return { asOwner, write, find };
}
