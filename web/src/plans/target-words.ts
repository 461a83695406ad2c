import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import type { MessageKey } from '../platform/messages.ts';

type Target = Pick<Plan['targets'][number], 'comparator' | 'value' | 'valueTo' | 'unit'>;

/** A value with its unit as written: `85%`, `12/100.000`, `3 vụ`. */
function withUnit(value: string, unit: string): string {
  return unit === '' || /^[%‰/]/.test(unit) ? value + unit : `${value} ${unit}`;
}

/** The level of a target in words: which message, with the values in it as people write them. */
export function describeTarget(
  { comparator, value, valueTo, unit }: Target,
  write: (value: number) => string,
): { key: MessageKey; values: Record<string, string> } {
  if (valueTo !== null) {
    const change = comparator === 'decrease_by' || comparator === 'increase_by';
    return {
      key: change ? `target.${comparator}.range` : 'target.range',
      values: { value: write(value), valueTo: withUnit(write(valueTo), unit) },
    };
  }
  // «ít nhất 100%» is not how anybody says it.
  const all = comparator === '>=' && value === 100 && unit === '%';
  return { key: all ? 'target.exactly' : `target.${comparator}`, values: { value: withUnit(write(value), unit) } };
}
