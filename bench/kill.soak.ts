import { runKillRounds } from '../server/src/plans/testing/kill-rounds.ts';

/**
 * kill -9 of the server, every second time of its PostgreSQL too, fifty times in the middle of edits and adoptions.
 * `MANGNON_SOAK_ROUNDS` sets another number; `MANGNON_SOAK_WEAKEN=1` lets the database answer before a commit is on
 * disk, and then this must fail.
 */
const rounds = Number(process.env['MANGNON_SOAK_ROUNDS'] ?? 50);
const weaken = process.env['MANGNON_SOAK_WEAKEN'] === '1';
const figures = await runKillRounds({ rounds, weaken, report: console.log });
console.log(
  `${rounds} kills, ${figures.interrupted} requests cut off: ${figures.edits} acknowledged edits and ` +
    `${figures.adoptions} adoptions all there, none twice`,
);
