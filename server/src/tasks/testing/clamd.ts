import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../testing/eventually.ts';

/** What every scanner is tried with: harmless, and known by everybody (eicar.org). In two parts, that no scanner takes this file away. */
export const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/** Whether ClamAV's daemon is on this machine. Debian: `apt-get install clamav-daemon`; its signatures are not needed. */
export const hasClamd = spawnSync('clamd', ['--version']).error === undefined;

export interface RunningClamd {
  /** For MANGNON_CLAMAV. */
  readonly socket: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** It is there and answers nothing, as a machine that is out of memory. */
  freeze(): void;
  thaw(): void;
  /** Stops it and takes its folder away. */
  remove(): Promise<void>;
}

/** The real daemon, with one signature of our own: that of the test virus. It takes no more than a megabyte at a time. */
export async function prepareClamd(): Promise<RunningClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-clamd-'));
  const socket = join(folder, 'clamd.sock');
  const signatures = join(folder, 'signatures');
  const settings = join(folder, 'clamd.conf');
  await mkdir(signatures);
  const pattern = Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE').toString('hex');
  await writeFile(join(signatures, 'thu.ndb'), `Thu-Nghiem:0:*:${pattern}\n`);
  const lines = [
    `DatabaseDirectory ${signatures}`,
    `LocalSocket ${socket}`,
    'Foreground yes',
    'StreamMaxLength 1M',
    `TemporaryDirectory ${folder}`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
  let child: ReturnType<typeof spawn> | null = null;
  const stop = async () => {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    child = null;
  };
  return {
    socket,
    stop,
    async start() {
      child = spawn('clamd', ['--config-file', settings], { stdio: 'ignore' });
      await eventually(
        async () =>
          access(socket).then(
            () => true,
            () => false,
          ),
        60_000,
      );
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
