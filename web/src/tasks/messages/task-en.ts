import type { taskVi } from './task-vi.ts';

/** The page of one task. */
export const taskEn = {
  'task.what': 'the task',
} satisfies Record<keyof typeof taskVi, string>;
