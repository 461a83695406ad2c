import { compareKinds } from '@mangnon/domain/tasks/units.api.ts';

/** In which order the units stand. */
export const orders = ['ten', 'dungHan', 'quaHan', 'denHan'] as const;
export type Order = (typeof orders)[number];

export interface ComparisonSearch {
  noi?: string;
  theo?: (typeof compareKinds)[number];
  xep?: Order;
}

/** Reads it from an address; what is not understood is left out. */
export function readComparison(search: Record<string, unknown>): ComparisonSearch {
  const read = {
    noi: typeof search['noi'] === 'string' && search['noi'] !== '' ? search['noi'].slice(0, 20) : undefined,
    theo: compareKinds.find((one) => one === search['theo']),
    xep: orders.find((one) => one === search['xep']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
