/**
 * Writes domain/src/law/calendar/lunar-days.json anew: the days of the common calendar on which the two holidays of the
 * lunar calendar fall. Run it when the years in it come to an end: `node scripts/write-lunar-days.ts`.
 */
import { writeFileSync } from 'node:fs';
import { LunarDate } from '@nghiavuive/lunar_date_vi';

const first = 2021;
const last = 2050;

function toIso(year: number, month: number, day: number): string {
  const lunar = new LunarDate({ year, month, day });
  lunar.init();
  const solar = lunar.toSolarDate().get();
  return `${solar.year}-${String(solar.month).padStart(2, '0')}-${String(solar.day).padStart(2, '0')}`;
}

const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
const rows = years.map((year) => ({ year, tet: toIso(year, 1, 1), hungKings: toIso(year, 3, 10) }));
const target = new URL('../domain/src/law/calendar/lunar-days.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(rows, null, 2)}\n`);
