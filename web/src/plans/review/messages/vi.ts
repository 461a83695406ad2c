import { doubtsVi } from './doubts.vi.ts';
import { fieldsVi } from './fields.vi.ts';
import { screenVi } from './screen.vi.ts';

export const reviewVi = { ...screenVi, ...fieldsVi, ...doubtsVi } as const;
