import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import { findSigningKey } from './signing-key.ts';
import { auditTrailForThisTest } from './testing/audit-trail.ts';
import { killWhileSigning } from './testing/kill-while-signing.ts';

it('gives no false alarm while sixteen write, roots are signed and the trail is verified all at once', async () => {
  const trail = await auditTrailForThisTest(18);
  const writing = { done: false };
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, sixteen times at once
    for (let n = 0; n < 40; n += 1) await trail.write(n % 2 === 0 ? 'plan:shared' : `plan:${writer % 5}`);
  });
  const verified: number[] = [];
  const watch = (async () => {
    while (!writing.done) {
      /* oxlint-disable no-await-in-loop -- again and again */
      await trail.anchor();
      const { findings, rows } = await trail.verify();
      expect(findings).toEqual([]);
      verified.push(rows);
      /* oxlint-enable no-await-in-loop */
    }
  })();
  await Promise.all(writers);
  writing.done = true;
  await watch;
  await trail.anchor();
  expect(await trail.verify()).toMatchObject({ rows: 640, chains: 6, uncovered: 0, findings: [] });
  // It did look while they wrote: not only before and after.
  expect(verified.some((rows) => rows > 0 && rows < 640)).toBe(true);
});

it('is whole after each kill -9 in the middle of writing and signing, and goes on from there', async () => {
  const { databaseUrl: url, folder, keyFile, verify } = await auditTrailForThisTest();
  const found = await killWhileSigning({ url, folder, keyFile, rounds: 4, verify });
  expect(found.flatMap(({ findings }) => findings)).toEqual([]);
  const grows = (numbers: readonly number[]) => numbers.every((number, at) => number > (numbers[at - 1] ?? 0));
  expect(grows(found.map(({ rows }) => rows))).toBe(true);
  expect(grows(found.map(({ roots }) => roots))).toBe(true);
});

it('what the writer puts into number and hash is not what is kept', async () => {
  const { database, verify } = await auditTrailForThisTest();
  const row = { at: new Date(), request_id: '00000000-0000-4000-8000-000000000000', address: '192.0.2.1' };
  const forged = { ...row, action: 'test.note.read', outcome: 'accepted', seq: 7, hash: Buffer.alloc(32, 1) };
  await database.insertInto('audit_event').values(forged).execute();
  const kept = await database.selectFrom('audit_event').select(['chain', 'seq']).execute();
  expect(kept).toEqual([{ chain: 'installation', seq: 1 }]);
  expect((await verify()).findings).toEqual([]);
  await expect(database.updateTable('audit_chain').set({ last_seq: 2 }).execute()).rejects.toThrow(/permission denied/);
});

it('goes on after a root that was half written, and tells one that was taken out or changed', async () => {
  const trail = await auditTrailForThisTest();
  const [name = ''] = await (async () => {
    for (const chain of ['plan:a', 'plan:b', 'plan:c']) {
      /* oxlint-disable no-await-in-loop -- one root after the other */
      await trail.write(chain);
      await trail.anchor();
      /* oxlint-enable no-await-in-loop */
    }
    return readdir(trail.folder);
  })();
  const file = join(trail.folder, name);
  const whole = await readFile(file, 'utf8');
  await writeFile(file, `${whole}\n{"root":{"number":4,"at"`);
  await trail.write('plan:a');
  await trail.anchor();
  expect(await trail.verify()).toMatchObject({ roots: 4, findings: [] });

  const lines = whole.split('\n').filter((line) => line !== '');
  await writeFile(file, [lines[0], lines[2]].join('\n'));
  expect((await trail.verify()).findings).toContainEqual(
    expect.objectContaining({ kind: 'root_missing', first: 2, last: 2 }),
  );
  await writeFile(file, whole.replace('"rows":1', '"rows":2'));
  expect((await trail.verify()).findings[0]).toMatchObject({ kind: 'root_forged', first: 1 });
});

it('never replaces a lost key in silence', async () => {
  const trail = await auditTrailForThisTest();
  const other = join(trail.folder, '..', 'keys', 'other.pem');
  expect((await findSigningKey(other, trail.folder)).name).not.toBe(trail.key.name);
  await trail.write('plan:a');
  await trail.anchor();
  await rm(trail.keyFile);
  await expect(findSigningKey(trail.keyFile, trail.folder)).rejects.toThrow(StartFailure);
});

it('says so when a trail has no root at all', async () => {
  const trail = await auditTrailForThisTest();
  await trail.superuser.query(`insert into audit_event (at, request_id, address, action, outcome)
    values (now() - interval '1 hour', gen_random_uuid(), '192.0.2.1', 'test.note.read', 'accepted')`);
  expect((await trail.verify()).findings).toMatchObject([{ kind: 'roots_missing' }]);
});
