import type { Language } from '@mangnon/domain/kernel/sentence.ts';

const zone = 'Asia/Ho_Chi_Minh';
const numbers = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }),
} as const;
const instants = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 1234.5 as people write it: `1.234,5` in Vietnamese. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** An ISO date, whole or in part, as written in offices: `2026-03-09` -> `09/03/2026`, `2020-10` -> `10/2020`. */
export function formatDay(iso: string): string {
  return iso.slice(0, 10).split('-').toReversed().join('/');
}

/** An ISO instant in Vietnamese time: `14:05 09/03/2026`. */
export function formatInstant(iso: string): string {
  const parts = new Map(instants.formatToParts(new Date(iso)).map((part) => [part.type, part.value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`;
}

/** Bytes in the unit a person expects beside a file name: `1,4 MB`, `320 KB`. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  const rounded = at < 2 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${numbers[language].format(rounded)} ${units[at]}`;
}
