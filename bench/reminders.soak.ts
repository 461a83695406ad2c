import { runKillReminders } from '../server/src/attention/testing/kill-reminders.ts';

/**
 * kill -9 of the program a hundred times over a thousand due reminders, against a real mail server: each reminder is made
 * once, each mail written once, none lost. `MANGNON_SOAK_ROUNDS` sets another number of kills.
 */
const kills = Number(process.env['MANGNON_SOAK_ROUNDS'] ?? 100);
const reminders = 1000;
const figures = await runKillReminders({ kills, reminders, slowness: 60, report: console.log });
console.log(
  `${kills} kills, ${figures.inTheMiddle} of them before everything was sent: ${figures.notices} reminders and ` +
    `${figures.mails} mails, each once; ${figures.repeated} mails arrived again under the same Message-ID`,
);
