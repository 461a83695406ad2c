import type { reviewVi } from './vi.ts';

export const reviewEn: Readonly<Record<keyof typeof reviewVi, string>> = {};
