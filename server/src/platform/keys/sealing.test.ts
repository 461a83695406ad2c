import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { keyIdOf } from './sealed-cell.ts';
import { findSealed, nameAt, openKeyBench, valueOf, type Note } from './testing/key-bench.ts';

const cannotOpen = { ok: false, refusal: expect.objectContaining({ code: 'keys.cannot_open' }) };

describe('a sealed field', () => {
  it('opens to what was sealed, whatever the text; equal texts are sealed differently', async () => {
    const { within } = await openKeyBench();
    await within(async (sealer) => {
      const keyId = valueOf(await sealer.createKey({ kind: 'child', id: randomUUID() }));
      const place = nameAt(randomUUID());
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
          const [one, other] = [
            valueOf(await sealer.seal(keyId, place, text)),
            valueOf(await sealer.seal(keyId, place, text)),
          ];
          expect(one.equals(other)).toBe(false);
          expect(await sealer.open(place, one)).toEqual({ ok: true, value: Buffer.from(text).toString() });
        }),
        { numRuns: 50 },
      );
    });
  });

  it('opens in no other row, column or table, and under no other key', async () => {
    const { within } = await openKeyBench();
    await within(async (sealer) => {
      const keyId = valueOf(await sealer.createKey({ kind: 'child', id: randomUUID() }));
      const otherKey = valueOf(await sealer.createKey({ kind: 'child', id: randomUUID() }));
      const place = nameAt(randomUUID());
      const sealed = valueOf(await sealer.seal(keyId, place, 'Lò Thị Mẩy'));
      for (const elsewhere of [
        { ...place, rowId: randomUUID() },
        { ...place, column: 'words_sealed' },
        { ...place, table: 'other' },
      ]) {
        expect(await sealer.open(elsewhere, sealed)).toEqual(cannotOpen);
      }
      const renamed = Buffer.from(sealed);
      Buffer.from(otherKey.replaceAll('-', ''), 'hex').copy(renamed, 1);
      expect(keyIdOf(renamed)).toBe(otherKey);
      expect(await sealer.open(place, renamed)).toEqual(cannotOpen);
      expect(await sealer.open(place, sealed)).toEqual({ ok: true, value: 'Lò Thị Mẩy' });
    });
  });

  it('opens with none of its bits turned, and cut nowhere', async () => {
    const { within } = await openKeyBench();
    await within(async (sealer) => {
      const keyId = valueOf(await sealer.createKey({ kind: 'case', id: randomUUID() }));
      const place = nameAt(randomUUID());
      const sealed = valueOf(await sealer.seal(keyId, place, 'Giàng A Páo'));
      const broken = Array.from({ length: sealed.length * 8 }, (_, bit) => {
        const turned = Buffer.from(sealed);
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return turned;
      });
      const cut = Array.from({ length: sealed.length }, (_, length) => sealed.subarray(0, length));
      const cells = [...broken, ...cut].map((bytes) => ({ place, sealed: bytes }));
      for (const result of await sealer.openAll(cells)) expect(result).toEqual(cannotOpen);
    });
  });

  it('is refused, and nothing of it told, where two rows had their cells exchanged in the database', async () => {
    const bench = await openKeyBench();
    const [one, other] = [await bench.writeNote('Lò Thị Mẩy'), await bench.writeNote('Giàng A Páo')];
    expect(await bench.read(one)).toEqual({ ok: true, value: 'Lò Thị Mẩy' });
    await sql`update note set name_sealed = (select name_sealed from note where id <> one.id)
      from note as one where note.id = one.id`.execute(bench.database);
    for (const note of [one, other]) {
      const result = await bench.read(note);
      expect(result).toEqual(cannotOpen);
      expect(JSON.stringify(result)).not.toMatch(/Mẩy|Páo/);
    }
  });

  it('is refused where two children had their wrapped keys exchanged', async () => {
    const bench = await openKeyBench();
    const [one, other] = [await bench.writeNote('Lò Thị Mẩy'), await bench.writeNote('Giàng A Páo')];
    await sql`update data_key set wrapped = (select wrapped from data_key as b where b.id <> data_key.id
      and b.subject_kind = 'child') where subject_kind = 'child'`.execute(bench.database);
    expect(await bench.read(one)).toEqual(cannotOpen);
    expect(await bench.read(other)).toEqual(cannotOpen);
    // Nor is anything sealed for one child under the key of another.
    expect(await bench.within((sealer) => sealer.seal(one.keyId, nameAt(one.rowId), 'mới'))).toEqual(cannotOpen);
  });

  it('of many is opened with one statement, each on its own', async () => {
    const bench = await openKeyBench();
    const written: Note[] = [];
    for (const name of ['Một', 'Hai', 'Ba']) written.push(await bench.writeNote(name));
    await bench.within(async (sealer, transaction) => {
      const cells = [];
      for (const { rowId } of written)
        cells.push({ place: nameAt(rowId), sealed: await findSealed(transaction, rowId) });
      cells[1]?.sealed.fill(0);
      expect(await sealer.openAll(cells)).toEqual([{ ok: true, value: 'Một' }, cannotOpen, { ok: true, value: 'Ba' }]);
    });
  });
});

describe('a key', () => {
  it('is one for each subject', async () => {
    const { within } = await openKeyBench();
    const subject = { kind: 'child', id: randomUUID() } as const;
    const made = await within((sealer) => sealer.createKey(subject));
    await expect(within((sealer) => sealer.createKey(subject))).rejects.toThrow('has a key already');
    expect(await within((sealer) => sealer.findKey(subject))).toEqual(made);
    await expect(within((sealer) => sealer.findKey({ ...subject, kind: 'case' }))).rejects.toThrow('has no key');
    await expect(within((sealer) => sealer.seal(randomUUID(), nameAt(randomUUID()), 'a'))).rejects.toThrow(
      'no data key',
    );
  });

  it('made in a transaction that is taken back was never there', async () => {
    const { within, database } = await openKeyBench();
    const subject = { kind: 'child', id: randomUUID() } as const;
    await expect(
      within(async (sealer) => {
        await sealer.createKey(subject);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const count = await database.selectFrom('data_key').select('id').where('subject_kind', '=', 'child').execute();
    expect(count).toEqual([]);
  });
});
