import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that wait on the clock more than they work: begun first, others work meanwhile; begun last, all wait for them. */
const waiting = [
  '/attention/kill.test.ts',
  '/audit/anchor-audit.test.ts',
  '/plans/kill.test.ts',
  '/real-plans.journey.ts',
];

const waits = ({ moduleId }: TestSpecification) => (waiting.some((end) => moduleId.endsWith(end)) ? 0 : 1);

/** As the runner orders files, but what waits goes first. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => waits(one) - waits(other));
  }
}
