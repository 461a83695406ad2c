import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { runProcess, startProcess, type RunningProcess } from '../testing/start-process.ts';

const folders: string[] = [];
const running: RunningProcess[] = [];
const listeners: Server[] = [];

let begun = '';

/** Where a first start for real data has ended: what is tried here comes after it, and it took the time. */
async function startedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-start-'));
  folders.push(folder);
  // By the system's own command: the owners of the database's files go along.
  execFileSync('cp', ['-a', `${begun}/.`, folder]);
  return folder;
}

async function start(env: Record<string, string>): Promise<RunningProcess> {
  const started = await startProcess({ env: { MANGNON_DEMO: '0', ...env } });
  running.push(started);
  return started;
}

async function frontDoor(address: string): Promise<unknown> {
  return (await fetch(`${address}/api/front-door`)).json();
}

beforeAll(async () => {
  begun = await mkdtemp(join(tmpdir(), 'mangnon-first-'));
  const first = await startProcess({ env: { MANGNON_DEMO: '0', MANGNON_DATA: begun } });
  await first.stop();
});
afterAll(() => rm(begun, { recursive: true, force: true }));
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  for (const listener of listeners.splice(0)) listener.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

it('says so when the port is in use, and leaves nothing running', async () => {
  const taken = createServer();
  listeners.push(taken);
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const MANGNON_DATA = await startedFolder();
  const ended = await runProcess({ env: { MANGNON_DATA, MANGNON_DEMO: '0', PORT: String(port) } });
  expect(ended.status).toBe(1);
  expect(ended.error).toContain(`Cổng ${port} đang được chương trình khác sử dụng.`);
  expect(ended.error).toContain(`Port ${port} is in use by another program.`);
  expect(ended.error).not.toContain('    at ');
  // Its own database was stopped with it: the next start need not adopt it.
  expect(await frontDoor((await start({ MANGNON_DATA })).address)).toMatchObject({ needsFirstAdministrator: true });
});

it('lets only one copy work on a data folder, and does not disturb it', async () => {
  const MANGNON_DATA = await startedFolder();
  const first = await start({ MANGNON_DATA });
  const second = await runProcess({ env: { MANGNON_DATA, MANGNON_DEMO: '0' } });
  expect(second.status).toBe(1);
  expect(second.error).toContain('đang được một bản Măng Non khác sử dụng');
  expect(second.error).toContain('is in use by another running copy');
  expect(await frontDoor(first.address)).toMatchObject({ demo: false });
});

it('takes over at once what a killed copy has left, with everything it had saved', async () => {
  const MANGNON_DATA = await startedFolder();
  const first = await start({ MANGNON_DATA });
  const body = JSON.stringify({ name: 'Vi Thị Lan', login: 'lan', password: 'một mật khẩu đủ dài' });
  const headers = { 'content-type': 'application/json' };
  const created = await fetch(`${first.address}/api/first-administrator`, { method: 'POST', headers, body });
  expect(created.status).toBe(200);
  await first.kill();
  const second = await start({ MANGNON_DATA });
  expect(await frontDoor(second.address)).toMatchObject({ needsFirstAdministrator: false });
});

it('says so when the database cannot be reached, without showing the password', async () => {
  const url = 'postgres://someone:a-secret-word@127.0.0.1:9/nowhere';
  const ended = await runProcess({ env: { MANGNON_DATABASE_URL: url } });
  expect(ended.status).toBe(1);
  expect(ended.error).toContain('Không kết nối được cơ sở dữ liệu 127.0.0.1:9/nowhere');
  expect(ended.error).toContain('The database 127.0.0.1:9/nowhere cannot be reached');
  expect(ended.error + ended.out).not.toContain('a-secret-word');
});

it.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['MANGNON_DEMO', 'yes'],
  ['MANGNON_DATABASE_URL', 'mysql://localhost/a'],
])('refuses the setting %s=%s by its name', async (name, value) => {
  const ended = await runProcess({ env: { [name]: value } });
  expect(ended.status).toBe(1);
  expect(ended.error).toContain(`Thiết lập ${name} không đúng`);
  expect(ended.error).toContain(`The setting ${name} is not right`);
});

it('stops when it is told to, and its database with it', async () => {
  const first = await start({ MANGNON_DATA: await startedFolder() });
  expect(await first.stop()).toBe(0);
  await expect(fetch(first.address)).rejects.toThrow('fetch failed');
});

it('never puts the demo into an installation begun for real data', async () => {
  const MANGNON_DATA = await startedFolder();
  const ended = await runProcess({ env: { MANGNON_DATA, MANGNON_DEMO: '1' } });
  expect(ended.status).toBe(1);
  expect(ended.error).toContain('bản dùng thử không được trộn vào');
});
