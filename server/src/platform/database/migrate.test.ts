import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmptyDatabase } from '../../testing/test-database.ts';
import { runOn } from '../../testing/test-database.setup.ts';
import { assertNewEnough } from './database-version.ts';
import { listMigrations, migrate, type Migration } from './migrate.ts';

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}` });
const first = step('0001_first.sql', 'create table first (n int)');
const second = step('0002_second.sql', 'create table second (n int)');

async function emptyUrl(): Promise<string> {
  const database = await createEmptyDatabase();
  onTestFinished(database.drop);
  return database.url;
}

describe('migrations', () => {
  it('apply what is new, in order, once', async () => {
    const url = await emptyUrl();
    expect(await migrate(url, [first])).toEqual(['0001_first.sql']);
    expect(await migrate(url, [first, second])).toEqual(['0002_second.sql']);
    expect(await migrate(url, [first, second])).toEqual([]);
  });

  it('leave nothing of a step that fails, and keep the steps before it', async () => {
    const url = await emptyUrl();
    const broken = step('0002_broken.sql', 'create table half (n int); select 1/0');
    await expect(migrate(url, [first, broken])).rejects.toThrow(/0002_broken.sql failed and was rolled back/);
    await expect(runOn(url, 'select * from half')).rejects.toThrow(/does not exist/);
    expect(await migrate(url, [first, second])).toEqual(['0002_second.sql']);
  });

  it('refuse a step that was changed after it had been applied', async () => {
    const url = await emptyUrl();
    await migrate(url, [first, second]);
    const changed = step('0001_first.sql', 'create table first (n bigint)');
    await expect(migrate(url, [changed, second])).rejects.toMatchObject({
      sentence: { vi: expect.stringContaining('0001_first.sql'), en: expect.stringContaining('differs') },
    });
  });

  it('refuse a database that a newer version has taken further', async () => {
    const url = await emptyUrl();
    await migrate(url, [first, second]);
    await expect(migrate(url, [first])).rejects.toMatchObject({
      sentence: { en: expect.stringContaining('belongs to a newer version') },
    });
  });

  it('refuse a step slipped in before one that was applied', async () => {
    const url = await emptyUrl();
    await migrate(url, [second]);
    await expect(migrate(url, [first, second])).rejects.toMatchObject({ name: 'StartFailure' });
  });

  it('may change what a view of figures shows: the views are laid again over it', async () => {
    const url = await emptyUrl();
    const all = listMigrations();
    await migrate(url, all);
    const later = step('9999_later.sql', 'alter table report_value alter column amount type numeric(30, 6)');
    expect(await migrate(url, [...all, later])).toEqual(['9999_later.sql']);
    await runOn(url, 'select amount from indicator_figure');
  });

  it('wait for one another when copies start at once', async () => {
    const url = await emptyUrl();
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, listMigrations())));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });
});

describe('the version of the database', () => {
  it('must be 15 or newer', () => {
    expect(() => assertNewEnough(150004, 'db:5432/mangnon')).not.toThrow();
    expect(() => assertNewEnough(140011, 'db:5432/mangnon')).toThrow(/db:5432\/mangnon is PostgreSQL 14/);
  });
});
