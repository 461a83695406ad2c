export const plansVi = {
  'plans.subject': 'Kế hoạch',
  'plans.title': 'Kế hoạch',
  'upload.title': 'Tải kế hoạch lên',
} as const;
