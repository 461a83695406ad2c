import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Files that follow one another in a worker share its modules: loading them anew took a second of each file of the server. */
const node = { environment: 'node', isolate: false } as const;

export default defineConfig({
  test: {
    // More than cores: a story waits for its browser and a test of the server for its database most of the time.
    maxWorkers: availableParallelism() + 2,
    reporters: ['default', './scripts/closing-line.reporter.ts'],
    projects: [
      { test: { ...node, name: 'domain', include: ['domain/src/**/*.test.ts'] } },
      { test: { ...node, name: 'reading', include: ['reading/src/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { ...node, name: 'web', include: ['web/src/**/*.test.ts'] } },
      {
        test: {
          ...node,
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          globalSetup: ['server/src/testing/test-database.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
