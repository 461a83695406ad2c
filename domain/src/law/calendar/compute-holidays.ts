import { shiftDay, weekdayOf } from '../../kernel/day.ts';
import type { CalendarDay, OpenStretch } from './calendar.ts';
import type { HolidayLaw, HolidayRule, LunarDays } from './holiday-rule.ts';

/** Where the lunar days come from: a computation, which no office has confirmed. */
const lunarSource = 'Tính theo âm lịch Việt Nam (thuật toán Hồ Ngọc Đức)';

export interface ComputedYear {
  readonly days: readonly CalendarDay[];
  /** What a decision of the year has to fix. Empty where `decided` was given. */
  readonly open: readonly OpenStretch[];
}

/**
 * The days off of a year by the law itself, with the days made up for those on weekly rest, the first free working day
 * after each. `decided` are the days the year's decisions name; without them what they have to fix stays open, and
 * nothing is made up there.
 */
export function computeHolidays(
  law: HolidayLaw,
  lunar: LunarDays,
  decided: readonly CalendarDay[] | null,
): ComputedYear {
  const standing = law.rules.flatMap((rule) => {
    const day = rule.on === 'tet' || rule.on === 'hungKings' ? lunar[rule.on] : `${lunar.year}-${rule.on}`;
    return day < rule.validFrom ? [] : [{ rule, day }];
  });
  const days = new Map(standing.map(({ rule, day }) => [day, byRule(rule, day)]));
  for (const one of decided ?? []) days.set(one.day, one);
  const isRest = (day: string) => law.weeklyRest.weekdays.includes(weekdayOf(day));
  const toMakeUp = standing.filter(({ rule, day }) => rule.madeUp && isRest(day) && !(rule.open && decided === null));
  for (const { rule, day } of toMakeUp.toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    let free = shiftDay(day, 1);
    while (days.has(free) || isRest(free)) free = shiftDay(free, 1);
    days.set(free, byRule({ ...rule, ...law.makeUp, name: `${law.makeUp.name} ${rule.name}`, note: null }, free));
  }
  const open = decided === null ? standing.flatMap(({ rule, day }) => findOpen(rule, day)) : [];
  return { days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)), open };
}

function byRule(rule: HolidayRule, day: string): CalendarDay {
  const { name, basis, article, note } = rule;
  const isLunar = rule.on === 'tet' || rule.on === 'hungKings';
  const trust = isLunar ? 'secondary' : rule.trust;
  return { day, kind: 'holiday', name, basis, article, trust, source: isLunar ? lunarSource : null, note };
}

function findOpen({ open, name, note }: HolidayRule, day: string): OpenStretch[] {
  return open === undefined ? [] : [{ from: shiftDay(day, -open.before), to: shiftDay(day, open.after), name, note }];
}
