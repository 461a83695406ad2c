import { parentPort, workerData } from 'node:worker_threads';
import { readPlan } from './read-plan.ts';
import type { ReadingMessage } from './read-plan-in-worker.ts';

/** The thread that `readPlanInWorker` starts: reads the file it was given and answers once. */
const tell = (message: ReadingMessage) => parentPort?.postMessage(message);
const file = workerData as { readonly name: string; readonly bytes: Uint8Array };

tell({ result: await readPlan(file, (progress) => tell({ progress })) });
