import { describe, expect, it } from 'vitest';
import { formatNumber } from '../platform/format.ts';
import { describeTarget } from './target-words.ts';

const write = (value: number) => formatNumber(value, 'vi');
const base = { comparator: '>=', value: 85, valueTo: null, unit: '%' } as const;

describe('the level of a target', () => {
  it.each([
    [base, 'target.>=', { value: '85%' }],
    [{ ...base, value: 100 }, 'target.exactly', { value: '100%' }],
    [{ ...base, comparator: '<', value: 8.5, unit: '‰' }, 'target.<', { value: '8,5‰' }],
    [{ ...base, comparator: '<=', value: 12, unit: '/100.000' }, 'target.<=', { value: '12/100.000' }],
    [{ ...base, value: 1200, unit: 'trẻ em' }, 'target.>=', { value: '1.200 trẻ em' }],
    [{ ...base, valueTo: 90 }, 'target.range', { value: '85', valueTo: '90%' }],
    [
      { ...base, comparator: 'decrease_by', value: 5, valueTo: 7 },
      'target.decrease_by.range',
      { value: '5', valueTo: '7%' },
    ],
  ] as const)('%j', (target, key, values) => {
    expect(describeTarget(target, write)).toEqual({ key, values });
  });
});
