import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openProof, uploadProof } from '@mangnon/domain/tasks/progress.api.ts';
import { scanWith, type ScanFile } from './scan-file.ts';
import { hasClamd, prepareClamd, testVirus, type RunningClamd } from './testing/clamd.ts';
import { lanh, startTaskWorld } from './testing/task-world.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

if (!hasClamd) console.warn('clamd is not on this machine: what a real scanner says is not tried here');

describe.skipIf(!hasClamd)('ClamAV’s daemon', () => {
  let clamd: RunningClamd;
  let scan: ScanFile;
  beforeAll(async () => {
    clamd = await prepareClamd();
    await clamd.start();
    scan = scanWith(clamd.socket);
  }, 90_000);
  afterAll(() => clamd.remove());

  it('finds nothing in a clean file, and names what it finds in another', async () => {
    expect(await scan(bytesOf('Danh sách lớp tập huấn'))).toEqual({ scan: 'clean', words: null });
    expect(await scan(bytesOf(testVirus))).toEqual({ scan: 'quarantined', words: 'Thu-Nghiem.UNOFFICIAL' });
  });

  it('says nothing of a file that is too large for it: it waits, and is not called clean', async () => {
    const large = new Uint8Array(3_000_000).fill(97);
    // The daemon hangs up in the middle of it: that is no fault, and nothing to write into the operator's log.
    const complained = vi.spyOn(console, 'error');
    onTestFinished(() => complained.mockRestore());
    for (let time = 0; time < 20; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await scan(large)).scan).toBe('waiting');
    }
    expect((await scan(bytesOf('Sau đó vẫn quét'))).scan).toBe('clean');
    expect(complained).not.toHaveBeenCalled();
  });

  it('that answers nothing any more is waited for no longer than is said', async () => {
    clamd.freeze();
    try {
      expect((await scanWith(clamd.socket, 500)(bytesOf('a'))).scan).toBe('waiting');
    } finally {
      clamd.thaw();
    }
    expect((await scan(bytesOf('a'))).scan).toBe('clean');
  });

  it('scans many files at once, each with its own answer', async () => {
    const files = Array.from({ length: 20 }, (_, at) => bytesOf(at % 2 === 0 ? `tệp ${at}` : `${at} ${testVirus}`));
    const verdicts = await Promise.all(files.map((bytes) => scan(bytes)));
    expect(verdicts.map((one) => one.scan)).toEqual(files.map((_, at) => (at % 2 === 0 ? 'clean' : 'quarantined')));
  });

  it('keeps what it finds from everybody, and scans what waited while it was not there', async () => {
    const world = await startTaskWorld({ clamav: clamd.socket });
    const { server, people, task } = world;
    world.server.clock.now = new Date('2026-05-04T03:00:00Z');
    const taskId = await world.give('Tổ chức tập huấn', { agencyId: 'x.ubnd', placeId: lanh });
    const path = uploadProof.path.replace(':periodId', (await task(taskId)).periods[0]?.id ?? '');
    const send = async (text: string) => {
      const file = new File([bytesOf(text)], 'danh-sach.txt');
      const sent = await server.upload<{ id: string; scan: string }>(
        people.neighbour,
        path,
        { id: randomUUID() },
        file,
      );
      return sent.answer;
    };
    const open = (proofId: string, unscanned = false) =>
      server.call(people.lead, openProof, { params: { proofId }, body: { unscanned } });
    const clean = await send('Danh sách lớp');
    expect(clean.scan).toBe('clean');
    expect((await open(clean.id)).status).toBe(200);
    const infected = await send(testVirus);
    expect(infected.scan).toBe('quarantined');
    expect((await open(infected.id, true)).refusal.code).toBe('tasks.proof_quarantined');
    await clamd.stop();
    const waited = [await send('Danh sách bổ sung'), await send(`${testVirus} `)];
    expect(waited.map((one) => one.scan)).toEqual(['waiting', 'waiting']);
    expect((await open(waited[0]?.id ?? '')).refusal.code).toBe('tasks.proof_unscanned');
    await clamd.start();
    expect((await open(waited[0]?.id ?? '')).status).toBe(200);
    expect((await open(waited[1]?.id ?? '', true)).refusal.code).toBe('tasks.proof_quarantined');
    await server.stop();
  }, 120_000);
});

it('that is set up and not there is no verdict', async () => {
  expect(await scanWith('/khong/co/clamd.sock')(bytesOf('a'))).toEqual({ scan: 'waiting', words: null });
  expect(await scanWith('localhost:1')(bytesOf('a'))).toEqual({ scan: 'waiting', words: null });
});
