import { shiftDay } from '../kernel/day.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { Indicator } from './indicator.ts';

/**
 * The versions of an indicator after a change: the last one ends the day before `next` begins and stays as it was in
 * all else, so figures of its time keep their meaning. Refuses a version that begins on or before the one it follows,
 * one without a first day, one of another code. `next` bears the number after the last, whatever it came with.
 */
export function addVersion(versions: readonly Indicator[], next: Indicator): Result<Indicator[]> {
  const last = versions.at(-1);
  if (last === undefined) return accept([{ ...next, version: 1 }]);
  const { validFrom } = next;
  const details = { name: last.name.vi, code: last.code };
  const where = `${last.code}/${last.version + 1}`;
  if (next.code !== last.code)
    return refuse('indicators.other_code', { where, details: { ...details, other: next.code } });
  if (validFrom === null) return refuse('indicators.begin_missing', { where, details });
  if (last.validFrom !== null && validFrom <= last.validFrom) {
    return refuse('indicators.version_order', { where, details: { ...details, other: last.validFrom } });
  }
  if (last.validTo !== null && last.validTo < shiftDay(validFrom, -1)) {
    return refuse('indicators.versions_gap', { where, details: { ...details, other: last.validTo } });
  }
  const ended = { ...last, validTo: shiftDay(validFrom, -1) };
  return accept([...versions.slice(0, -1), ended, { ...next, version: last.version + 1 }]);
}
