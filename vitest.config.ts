import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WaitingFirst } from './scripts/waiting-first.sequencer.ts';

/** What Node has translated once is kept, for the workers and for the real program that tests start some sixty times. */
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

/** Files that follow one another in a worker share its modules: loading them anew took a second of each file of the server. */
const node = { environment: 'node', isolate: false, testTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    // More than cores: a story waits for its browser and a test of the server for its database most of the time.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: WaitingFirst },
    reporters: ['default', './scripts/closing-line.reporter.ts'],
    projects: [
      { test: { ...node, name: 'domain', include: ['domain/src/**/*.test.ts'] } },
      { test: { ...node, name: 'reading', include: ['reading/src/**/*.test.ts'] } },
      { test: { ...node, name: 'web', include: ['web/src/**/*.test.ts'] } },
      {
        test: {
          ...node,
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          globalSetup: ['server/src/testing/test-database.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...node,
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          globalSetup: ['journeys/journeys.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
