import { dutyHours, type DutyHours } from './duty-hours.ts';

const dayWords = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;
const ahead = 7 * 3_600_000;

/** Whether a telephone is answered at an instant; hours are those of Viet Nam (UTC+7 all year). */
export function isOnDuty(hours: DutyHours, instant: Date): boolean {
  if (hours === 'always') return true;
  const there = new Date(instant.getTime() + ahead);
  const day = there.getUTCDay() === 0 ? 7 : there.getUTCDay();
  const time = there.toISOString().slice(11, 16);
  return hours.some(({ days, from, to }) => days.includes(day) && from <= time && time < to);
}

/** `24/7`, or `T2-T6 07:30-17:00; T7 07:30-11:30`. */
export function writeHours(hours: DutyHours): string {
  if (hours === 'always') return '24/7';
  return hours.map(({ days, from, to }) => `${writeDays(days)} ${from}-${to}`).join('; ');
}

function writeDays(days: readonly number[]): string {
  const ordered = [...new Set(days)].toSorted((one, other) => one - other);
  const runs: number[][] = [];
  for (const day of ordered) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const word = (day: number | undefined) => dayWords[(day ?? 1) - 1] ?? '';
  return runs
    .map((run) => (run.length > 2 ? `${word(run[0])}-${word(run.at(-1))}` : run.map(word).join(',')))
    .join(',');
}

/** Reads what `writeHours` writes, and times written as 7h30; `null` for anything else. */
export function readHours(text: string): DutyHours | null {
  const plain = text.normalize('NFC').trim().toUpperCase();
  if (/^24\s*\/\s*(7|24)$/.test(plain)) return 'always';
  const stretches = plain.split(';').map((part) => {
    const [, days = '', from = '', to = ''] = /^([TCN0-9,\s-]+?)\s+([\d:H]+)\s*-\s*([\d:H]+)$/.exec(part.trim()) ?? [];
    return { days: readDays(days), from: readTime(from), to: readTime(to) };
  });
  const parsed = dutyHours.safeParse(stretches);
  return parsed.success ? parsed.data : null;
}

function readDays(text: string): number[] {
  return text
    .replaceAll(/\s/g, '')
    .split(',')
    .flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map((word) => dayWords.findIndex((known) => known === word) + 1);
      if (from === 0 || to < from) return [0];
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    });
}

function readTime(text: string): string {
  const [, hour = '', minute = ''] = /^(\d{1,2})(?:[:H](\d{2})?)?$/.exec(text) ?? [];
  return hour === '' ? text : `${hour.padStart(2, '0')}:${minute === '' ? '00' : minute}`;
}
