import { runKillReminders } from '../server/src/attention/testing/kill-reminders.ts';

/**
 * kill -9 of the program a hundred times over a thousand due reminders, against a real mail server: each reminder is made
 * once, each mail arrives once, none is lost. `MANGNON_SOAK_ROUNDS` sets another number of kills. With
 * `MANGNON_SOAK_MAIL=1` the process that sends is killed as well, as when the power fails: then a mail may arrive again.
 */
const kills = Number(process.env['MANGNON_SOAK_ROUNDS'] ?? 100);
const reminders = 1000;
const alsoMail = process.env['MANGNON_SOAK_MAIL'] === '1';
const figures = await runKillReminders({ kills, reminders, slowness: 60, alsoMail, report: console.log });
console.log(
  `${kills} kills, ${figures.inTheMiddle} of them before everything was sent, ${figures.whileSending} while a process sent: ${figures.notices} reminders and ` +
    `${figures.mails} mails, each once; ${figures.repeated} mails arrived again under the same Message-ID`,
);
if (!alsoMail && figures.repeated > 0) throw new Error('a mail arrived again though nothing killed what sends it');
