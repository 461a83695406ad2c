import type { DutyHours } from '@mangnon/domain/agencies/duty-hours.ts';
import type { OfficeChange } from '@mangnon/domain/agencies/office-change.ts';
import { officeRecord, type OfficeKind, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import { readDayText } from '../../platform/day-text.ts';
import { formatDay } from '../../platform/format.ts';
import { recordFields } from './record-fields.ts';

/** The form as typed: text by field, and the hours of a telephone. */
export interface RecordText {
  readonly texts: Readonly<Record<string, string>>;
  readonly hours: DutyHours;
}

export type RecordProblem =
  'record.missing' | 'record.text.wrong' | 'record.phone.wrong' | 'record.hours.wrong' | 'day.missing' | 'day.wrong';

const workingHours: DutyHours = [
  { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
];

/** The form as it begins: empty, or with what a record holds. */
export function startRecord(kind: OfficeKind, record: OfficeRecord | null): RecordText {
  const held: Readonly<Record<string, unknown>> = { ...record };
  const texts = recordFields[kind].flatMap(({ name, kind: field, choices }): [string, string][] => {
    if (field === 'hours') return [];
    const value = held[name];
    const started = typeof value === 'string' ? value : (choices?.[0] ?? '');
    return [[name, field === 'day' && started !== '' ? formatDay(started) : started]];
  });
  const hours = record?.kind === 'focal_point' ? record.hours : workingHours;
  return { texts: Object.fromEntries(texts), hours };
}

export type ReadRecord =
  | { readonly record: OfficeRecord; readonly problems?: undefined }
  | { readonly record?: undefined; readonly problems: ReadonlyMap<string, RecordProblem> };

/** The record as the contract has it, or what is wrong by field. `fixed` is what the form does not ask: id, place, office. */
export function readRecord(
  kind: OfficeKind,
  { texts, hours }: RecordText,
  fixed: Readonly<Record<string, string>>,
): ReadRecord {
  const problems = new Map<string, RecordProblem>();
  const values: Record<string, unknown> = { kind, ...fixed };
  for (const { name, kind: field, needed } of recordFields[kind]) {
    const text = texts[name]?.trim() ?? '';
    if (field === 'hours') values[name] = hours;
    else if (text === '') {
      values[name] = null;
      if (needed) problems.set(name, field === 'day' ? 'day.missing' : 'record.missing');
    } else if (field === 'day') {
      values[name] = readDayText(text);
      if (values[name] === null) problems.set(name, 'day.wrong');
    } else values[name] = text;
  }
  if (problems.size > 0) return { problems };
  const parsed = officeRecord.safeParse(values);
  if (parsed.success) return { record: parsed.data };
  for (const { path } of parsed.error.issues) {
    const name = String(path[0]);
    const field = recordFields[kind].find((spec) => spec.name === name)?.kind;
    if (field === undefined) throw new Error(`${kind} has no field ${name} in its form`);
    problems.set(
      name,
      field === 'phone' ? 'record.phone.wrong' : field === 'hours' ? 'record.hours.wrong' : 'record.text.wrong',
    );
  }
  return { problems };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Another one from a day on: the one before ends the day before. */
export function replaceRecord(old: OfficeRecord, next: OfficeRecord): OfficeChange[] {
  const from = next.validFrom ?? '';
  return [
    { change: 'end', kind: old.kind, id: old.id, validTo: dayBefore(from) },
    { change: 'add', record: next },
  ];
}
