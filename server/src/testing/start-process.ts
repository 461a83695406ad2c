import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/mangnon.mjs', import.meta.url));

export interface ProcessOptions {
  /** Settings such as MANGNON_DATA; PORT is any free one unless given. */
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export interface EndedProcess {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

export interface RunningProcess {
  /** Such as http://localhost:43210. */
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything printed so far, to both outputs. */
  output(): string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<number | null>;
  /** As when the power fails: kill -9 of this one process. */
  kill(): Promise<void>;
}

/** Nothing else of the machine it runs on; the translated modules of the start before save it a third of a second. */
function passedOn(): Record<string, string | undefined> {
  const { PATH, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  return { PATH, TMPDIR, NODE_COMPILE_CACHE };
}

function launch({ env, args = ['serve'] }: ProcessOptions): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { ...passedOn(), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the real program and waits until it says where it is; throws with what it printed when it ends before. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const child = launch(options);
  let printed = '';
  child.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const found = /http:\/\/\S+:\d+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (status) => reject(new Error(`ended with status ${status}: ${printed}`)));
    child.once('error', reject);
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  };
  return {
    address,
    child,
    output: () => printed,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}

/** Runs the real program to its end: for commands, and for starts that must fail. */
export async function runProcess(options: ProcessOptions): Promise<EndedProcess> {
  const child = launch(options);
  let out = '';
  let error = '';
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (error += text.toString()));
  await once(child, 'close');
  return { status: child.exitCode, out, error };
}
