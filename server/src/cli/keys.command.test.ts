import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { runProcess, startProcess } from '../testing/start-process.ts';
import { cloneDatabase } from '../testing/test-database.ts';
import { prepareToken, softHsm } from '../platform/keys/testing/soft-hsm.ts';

it('an operator makes a key, rotates it under a running server, and retires the old one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-keys-'));
  const { url, drop } = await cloneDatabase();
  onTestFinished(async () => {
    await drop();
    await rm(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'office.keys');
  const env = { MANGNON_DATABASE_URL: url, MANGNON_KEY_FILE: file, MANGNON_DATA: folder };
  const run = (...args: string[]) => runProcess({ env, args: ['keys', ...args] });

  expect(await run('create', file)).toMatchObject({ status: 0 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const twice = await run('create', file);
  expect(twice.status).toBe(1);
  expect(twice.error).toContain('never written over');

  const server = await startProcess({ env });
  onTestFinished(() => server.kill());
  expect((await run('rotate')).out).toContain('Version 2 added');
  expect((await run('status')).out).toMatch(/version 1: .*1 data keys, in use, held\nversion 2: new/);
  await server.stop();

  const again = await startProcess({ env });
  onTestFinished(() => again.kill());
  const taken = /version 1: .*0 data keys, left .*\nversion 2: .*1 data keys, in use/;
  await eventually(async () => taken.test((await run('status')).out));
  await again.stop();
  expect((await run('retire', '--days', 'soon')).error).toContain('whole number of days');
  expect((await run('retire')).out).toContain('No version was left more than 35 days ago');
  expect((await run('retire', '--days', '0')).out).toContain('Destroyed: version 1');
  expect((await run('status')).out).toMatch(/version 1: .*retired .*, not held\nversion 2: .*in use, held/);

  const without = await runProcess({ env: { MANGNON_DATABASE_URL: url, MANGNON_DATA: folder } });
  expect(without.status).toBe(1);
  expect(without.error).toContain('without it nobody can read');
});

it.runIf(softHsm !== null)('the same with a device that never lets the key out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-keys-'));
  const { url, drop } = await cloneDatabase();
  onTestFinished(async () => {
    await drop();
    await rm(folder, { recursive: true, force: true });
  });
  const token = prepareToken();
  const pinFile = join(folder, 'pin');
  await writeFile(pinFile, `${token.pin}\n`);
  const env = {
    ...token.env,
    MANGNON_DATABASE_URL: url,
    MANGNON_DATA: folder,
    MANGNON_KEY_MODULE: token.module,
    MANGNON_KEY_TOKEN: token.token,
    MANGNON_KEY_PIN_FILE: pinFile,
  };
  const run = (...args: string[]) => runProcess({ env, args: ['keys', ...args] });
  const server = await startProcess({ env });
  onTestFinished(() => server.kill());
  expect((await run('rotate')).out).toContain(`Version 2 made in PKCS#11 “${token.token}”`);
  expect((await run('status')).out).toMatch(/version 1: .*1 data keys, in use, held\nversion 2: new/);
  await server.stop();
  const again = await startProcess({ env });
  onTestFinished(() => again.kill());
  await eventually(async () => /version 1: .*0 data keys, left/.test((await run('status')).out));
  await again.stop();
  expect((await run('retire', '--days', '0')).out).toContain('Destroyed: version 1');
  expect((await run('status')).out).toMatch(/version 1: .*retired .*, not held\nversion 2: .*in use, held/);

  const asked = async (more: Record<string, string>) => runProcess({ env: { ...env, ...more } });
  const wrong = await asked({ MANGNON_KEY_PIN_FILE: '', MANGNON_KEY_PIN: '0000' });
  expect(wrong).toMatchObject({ status: 1, error: expect.stringContaining('không nhận mã PIN') as string });
  expect((await asked({ MANGNON_KEY_TOKEN: '' })).error).toContain('MANGNON_KEY_TOKEN');
});
