import { sql } from 'kysely';
import { openDatabase } from '../platform/database/database.ts';
import type { KeyService } from '../platform/keys/key-service.ts';
import { StartFailure } from '../platform/start-failure.ts';
import { sealWords } from './glass-words.ts';

interface Row {
  readonly id: string;
  readonly caseId: string;
  readonly words: string | null;
  readonly reviewWords: string | null;
}

/**
 * Seals the words of broken glass that were written before words were sealed, all in one transaction, as the owner of
 * the schema: no post may change them. Gives how many rows. Throws a StartFailure where they cannot be sealed, because
 * plain words must not stay behind.
 */
export async function sealOldWords(ownerUrl: string, keys: KeyService, now: Date): Promise<number> {
  const database = openDatabase({ url: ownerUrl, namedStatements: false, connections: 1 });
  try {
    return await database.transaction().execute(async (transaction) => {
      // Of all places; the owner itself stands under the policies too.
      await sql`set local role mangnon_guard`.execute(transaction);
      const { rows } = await sql<Row>`select id, case_id as "caseId", words, review_words as "reviewWords"
        from broken_glass where words is not null or review_words is not null`.execute(transaction);
      if (rows.length === 0) return 0;
      await sql`set local role mangnon_app`.execute(transaction);
      const within = { database: transaction, now };
      const changes = [];
      for (const row of rows) {
        const said = row.words === null ? null : await sealWords(keys, within, 'words_sealed', row, row.words);
        const judged =
          row.reviewWords === null ? null : await sealWords(keys, within, 'review_words_sealed', row, row.reviewWords);
        if (said?.ok === false || judged?.ok === false) throw notSealed;
        changes.push({ id: row.id, said: hexOf(said?.value), judged: hexOf(judged?.value) });
      }
      await sql`set local role none`.execute(transaction);
      await sql`alter table broken_glass no force row level security`.execute(transaction);
      await sql`
        update broken_glass set words = null, review_words = null,
          words_sealed = coalesce(decode(said, 'hex'), words_sealed),
          review_words_sealed = coalesce(decode(judged, 'hex'), review_words_sealed)
        from json_to_recordset(${JSON.stringify(changes)}) as sealed (id uuid, said text, judged text)
        where broken_glass.id = sealed.id`.execute(transaction);
      await sql`alter table broken_glass force row level security`.execute(transaction);
      return rows.length;
    });
  } finally {
    await database.destroy();
  }
}

const hexOf = (sealed: Buffer | undefined) => sealed?.toString('hex') ?? null;

const notSealed = new StartFailure({
  vi: 'Có lời ghi khi mở hồ sơ khẩn cấp chưa được mã hóa, và khóa của vụ việc không dùng được. Hãy đặt đúng MANGNON_KEY_FILE.',
  en: 'There are words of broken glass that are not sealed yet, and the key of their case cannot be used. Set the right MANGNON_KEY_FILE.',
});
