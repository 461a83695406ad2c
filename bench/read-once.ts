import { readFileSync } from 'node:fs';
import { readPlan } from '@mangnon/reading/read-plan.ts';

// Reads one file to its facts in this fresh process, as the command does, and prints what it took.
// `node bench/read-once.ts FILE`

const bytes = readFileSync(process.argv[2] ?? '');
/** The most this process has had since it began; `maxRSS` would still tell that of the process it was forked from. */
const megabytes = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1000;
const before = megabytes();
const started = performance.now();
const used = process.cpuUsage();
const read = await readPlan({ name: 'long.pdf', bytes });
const clock = performance.now() - started;
const { user, system } = process.cpuUsage(used);
if (!read.ok) throw new Error(read.refusal.code);
const tasks = read.value.extraction.tasks.length;
const pages = read.value.pages ?? 0;
console.log(JSON.stringify({ clock, processor: (user + system) / 1000, before, most: megabytes(), pages, tasks }));
