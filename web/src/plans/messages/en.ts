import type { plansVi } from './vi.ts';

export const plansEn: Readonly<Record<keyof typeof plansVi, string>> = {
  'plans.subject': 'Plans',
  'plans.title': 'Plans',
  'upload.title': 'Upload a plan',
};
