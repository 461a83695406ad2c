import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from '../module.ts';
import type { MailSettings } from './mail-service.ts';
import { unreachableStatus, writeOrder } from './sending-order.ts';

const program = fileURLToPath(new URL('./send-mails.process.ts', import.meta.url));

/**
 * Has the mails that are due sent by a process of its own, in a session of its own, and waits for it. A mail lies between the
 * mail server's acceptance and our note for a moment in which nothing may be killed: so whatever kills the server does
 * not kill that process, which notes the mail in hand before it ends. Until then its row is locked, and whoever comes
 * next passes it over.
 */
export function sendMailsApart(mail: MailSettings, databaseUrl: string, now: () => Date): Task {
  return async (_payload, { log, stopping }) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: passedOn(),
    });
    const ended = once(child, 'close');
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)));
    // It may have ended before it read what it was told.
    child.stdin.on('error', () => undefined);
    child.stdin.write(writeOrder({ databaseUrl, mail, began: now() }));
    const stop = () => child.stdin.end();
    stopping.addEventListener('abort', stop);
    if (stopping.aborted) stop();
    const [status] = (await ended) as [number | null];
    stopping.removeEventListener('abort', stop);
    if (status === unreachableStatus) log.warn('the mail server could not be reached');
    else if (status !== 0) throw new Error(`the mail process ended with ${status ?? child.signalCode}: ${said}`);
  };
}

/** The settings of the machine, without those of the program: among them are keys that no mail needs. */
function passedOn(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MANGNON_')));
}
