/** The page of one task. */
export const taskVi = {
  'task.what': 'nhiệm vụ',
};
