import { doubtsEn } from './doubts.en.ts';
import { fieldsEn } from './fields.en.ts';
import { screenEn } from './screen.en.ts';
import type { reviewVi } from './vi.ts';

export const reviewEn: Readonly<Record<keyof typeof reviewVi, string>> = { ...screenEn, ...fieldsEn, ...doubtsEn };
