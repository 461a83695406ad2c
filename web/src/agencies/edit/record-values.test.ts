import { officeKinds, type OfficeHead } from '@mangnon/domain/agencies/office.ts';
import { describe, expect, it, test } from 'vitest';
import { messages } from '../../platform/messages.ts';
import { bareRecord } from './bare-record.ts';
import { choiceKey } from './record-field.tsx';
import { recordFields } from './record-fields.ts';
import { readRecord, replaceRecord, startRecord } from './record-values.ts';

const id = '8b6f4b0e-0f2a-4f6e-9d0e-0a6a1c7f2b11';
const officeId = '0d9c8a54-7c1f-4d2b-8a3e-5f6b7c8d9e0f';
const head: OfficeHead = {
  kind: 'head',
  id,
  officeId,
  role: 'head',
  name: 'Hà Văn Khoa',
  title: 'Giám đốc',
  charge: null,
  validFrom: '2025-03-01',
  validTo: null,
};

test.each(officeKinds)('every field of a %s has its words in both languages', (kind) => {
  const keys = recordFields[kind].flatMap(({ name, choices = [] }) => [
    `record.${kind}.${name}`,
    ...(name === 'duty' ? [] : choices.map((one) => choiceKey(kind, name, one))),
  ]);
  for (const key of [`record.${kind}`, `record.${kind}.add`, ...keys]) {
    expect(messages.vi).toHaveProperty([key]);
    expect(messages.en).toHaveProperty([key]);
  }
});

describe('a record as typed', () => {
  it('comes back as it went in', () => {
    const typed = startRecord('head', head);
    expect(typed.texts['validFrom']).toBe('01/03/2025');
    expect(readRecord('head', typed, { id, officeId }).record).toEqual(head);
  });

  it('is what was written, without what the page tells beside it', () => {
    const shown = { ...head, standing: 'stands' as const };
    expect(bareRecord(shown)).toEqual(head);
  });

  it('names each field that is missing or wrong', () => {
    const { texts, hours } = startRecord('focal_point', null);
    const read = (more: object, duty = hours) => [
      ...(readRecord('focal_point', { texts: { ...texts, ...more }, hours: duty }, { id, officeId }).problems ?? []),
    ];
    expect(read({})).toEqual([
      ['name', 'record.missing'],
      ['phone', 'record.missing'],
      ['validFrom', 'day.missing'],
    ]);
    const filled = { name: 'Trực ban', phone: '0912 345 678', validFrom: '1/3/2025' };
    expect(read(filled)).toEqual([]);
    expect(read({ ...filled, phone: 'gọi chị Hạnh' })).toEqual([['phone', 'record.phone.wrong']]);
    expect(read({ ...filled, name: '=1+1' })).toEqual([['name', 'record.text.wrong']]);
    expect(read({ ...filled, validTo: '31/02/2026' })).toEqual([['validTo', 'day.wrong']]);
    expect(read(filled, [{ days: [], from: '07:30', to: '11:30' }])).toEqual([['hours', 'record.hours.wrong']]);
    expect(read(filled, [{ days: [1], from: '11:30', to: '07:30' }])).toEqual([['hours', 'record.hours.wrong']]);
  });

  it('that follows another ends it the day before', () => {
    const next = { ...head, id: officeId, name: 'Sầm Thị Mai', validFrom: '2026-01-01' };
    expect(replaceRecord(head, next)).toEqual([
      { change: 'end', kind: 'head', id, validTo: '2025-12-31' },
      { change: 'add', record: next },
    ]);
  });
});
