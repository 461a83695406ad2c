import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { jobsRole } from '../database/application-role.ts';
import { openDatabase } from '../database/database.ts';
import { openMail } from './mail-service.ts';
import { sendMails } from './send-mails.ts';
import { readOrder, unreachableStatus } from './sending-order.ts';

// A process of its own, started by the task `mail.send`. It is told what to do on its first line of input, and its input
// ends with the server: killed or stopped, the mail in hand is still handed over and noted, and then this process ends.
const stopping = new AbortController();
const stop = () => stopping.abort();
// Whoever stops the service means this process too, and it must not leave a mail unnoted.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
// Nobody reads what is said here once the server is gone.
process.stderr.on('error', () => undefined);

const input = createInterface({ input: process.stdin });
const first = once(input, 'line', { signal: stopping.signal });
input.on('close', stop);
const order = await first.then(
  ([line]: unknown[]) => readOrder(String(line)),
  () => null,
);
if (order !== null) {
  const { databaseUrl, mail, began } = order;
  const started = performance.now();
  const now = () => new Date(began.getTime() + (performance.now() - started));
  const database = openDatabase({ url: databaseUrl, role: jobsRole, namedStatements: false, connections: 1 });
  try {
    const sent = await sendMails(database, openMail(mail), { began, now, stopping: stopping.signal });
    if (sent === 'unreachable') process.exitCode = unreachableStatus;
  } finally {
    await database.destroy();
  }
}
process.stdin.destroy();
