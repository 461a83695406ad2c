import { trustWords } from '../../places/places-sheet.ts';
import type { Calendar, CalendarTrust, DayKind, YearStatus } from './calendar.ts';
import type { Sheet, SheetCell } from '../../kernel/workbook/sheet.ts';

/** The sheets of the exchange workbook and their columns, as officers read them. */
export const calendarSheets = {
  years: { name: 'Năm', columns: ['Năm', 'Tình trạng', 'Ghi chú'] },
  days: {
    name: 'Ngày',
    columns: ['Ngày', 'Loại', 'Tên', 'Căn cứ', 'Điều khoản', 'Độ tin cậy', 'Nguồn', 'Ghi chú'],
  },
  open: { name: 'Chưa quyết định', columns: ['Từ ngày', 'Đến ngày', 'Tên', 'Ghi chú'] },
} as const;

export const kindWords: Readonly<Record<DayKind, string>> = {
  holiday: 'Nghỉ lễ, tết',
  day_off_by_swap: 'Nghỉ hoán đổi',
  working_saturday: 'Làm bù',
};

export const statusWords: Readonly<Record<YearStatus, string>> = {
  decided: 'Đã quyết định',
  provisional: 'Tạm tính',
};

export const calendarTrustWords: Readonly<Record<CalendarTrust, string>> = trustWords;

/** The workbook of a calendar, of one year or of all: reading it back (`readCalendarSheets`) changes nothing. */
export function writeCalendarSheets(calendar: Calendar, year: number | null): Sheet[] {
  const isShown = (day: string) => year === null || day.startsWith(`${year}-`);
  const asDay = (day: string): SheetCell => ({ day });
  const inOrder = <Item>(items: ReadonlyMap<string, Item>) =>
    [...items].toSorted(([one], [other]) => (one < other ? -1 : 1)).filter(([day]) => isShown(day));
  return [
    {
      name: calendarSheets.years.name,
      rows: [
        calendarSheets.years.columns,
        ...[...calendar.years.values()]
          .filter((one) => year === null || one.year === year)
          .toSorted((one, other) => one.year - other.year)
          .map((one) => [one.year, statusWords[one.status], one.note]),
      ],
    },
    {
      name: calendarSheets.days.name,
      rows: [
        calendarSheets.days.columns,
        ...inOrder(calendar.days).map(([, { day, kind, name, basis, article, trust, source, note }]) => [
          asDay(day),
          kindWords[kind],
          name,
          basis,
          article,
          calendarTrustWords[trust],
          source,
          note,
        ]),
      ],
    },
    {
      name: calendarSheets.open.name,
      rows: [
        calendarSheets.open.columns,
        ...inOrder(calendar.open).map(([, { from, to, name, note }]) => [asDay(from), asDay(to), name, note]),
      ],
    },
  ];
}
