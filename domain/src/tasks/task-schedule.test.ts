import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePeriodCode } from './task-period.ts';
import { beginWithUnits, expandSchedule, proposeSchedule, repeatings } from './task-schedule.ts';

describe('the periods of a schedule', () => {
  it('of what is done once', () => {
    expect(expandSchedule({ repeats: 'once', startsOn: '2026-02-10', endsOn: '2026-06-15' })).toEqual([
      { period: 'once', startsOn: '2026-02-10', dueOn: '2026-06-15' },
    ]);
    expect(expandSchedule({ repeats: 'once', startsOn: '2026-02-10', endsOn: null })).toEqual([
      { period: 'once', startsOn: '2026-02-10', dueOn: null },
    ]);
  });

  it('of every quarter, cut at both ends', () => {
    expect(expandSchedule({ repeats: 'quarter', startsOn: '2026-02-10', endsOn: '2026-11-30' })).toEqual([
      { period: '2026-Q1', startsOn: '2026-02-10', dueOn: '2026-03-31' },
      { period: '2026-Q2', startsOn: '2026-04-01', dueOn: '2026-06-30' },
      { period: '2026-Q3', startsOn: '2026-07-01', dueOn: '2026-09-30' },
      { period: '2026-Q4', startsOn: '2026-10-01', dueOn: '2026-11-30' },
    ]);
  });

  it('of halves and years over a new year, with a leap day', () => {
    const halves = expandSchedule({ repeats: 'half_year', startsOn: '2027-07-01', endsOn: '2028-06-30' });
    expect(halves).toEqual([
      { period: '2027-H2', startsOn: '2027-07-01', dueOn: '2027-12-31' },
      { period: '2028-H1', startsOn: '2028-01-01', dueOn: '2028-06-30' },
    ]);
    const months = expandSchedule({ repeats: 'month', startsOn: '2028-01-31', endsOn: '2028-03-01' });
    expect(months).toEqual([
      { period: '2028-01', startsOn: '2028-01-31', dueOn: '2028-01-31' },
      { period: '2028-02', startsOn: '2028-02-01', dueOn: '2028-02-29' },
      { period: '2028-03', startsOn: '2028-03-01', dueOn: '2028-03-01' },
    ]);
  });

  it('of a slip of the pen: none, or too many', () => {
    expect(expandSchedule({ repeats: 'year', startsOn: '2026-02-01', endsOn: '2026-01-31' })).toEqual([]);
    expect(expandSchedule({ repeats: 'month', startsOn: '2026-01-01', endsOn: '2206-01-01' })).toBe('too many');
  });

  it('follow one another without a gap, from the first day to the last', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...repeatings), day, day, (repeats, one, other) => {
        const [startsOn, endsOn] = one <= other ? [one, other] : [other, one];
        const periods = expandSchedule({ repeats, startsOn, endsOn });
        if (periods === 'too many') throw new Error('ten years of months are not too many');
        expect(periods[0]?.startsOn).toBe(startsOn);
        expect(periods.at(-1)?.dueOn).toBe(endsOn);
        expect(new Set(periods.map(({ period }) => period)).size).toBe(periods.length);
        for (const [at, { startsOn: begin }] of periods.slice(1).entries()) {
          const before = Date.parse(`${periods[at]?.dueOn}T00:00:00Z`);
          expect(Date.parse(`${begin}T00:00:00Z`) - before).toBe(86_400_000);
        }
      }),
    );
  });
});

describe('what the printed time suggests', () => {
  const plan = { from: '2026-01-01', to: '2026-12-31' };
  it.each([
    [null, 'Hằng quý kiểm tra bến đò.', 'quarter'],
    [{ from: '2026-01-01', to: '2026-12-31', text: 'Năm 2026' }, 'Hằng tháng rà soát hố nước.', 'month'],
    [{ from: null, to: null, text: 'Hằng năm' }, 'Hằng tháng rà soát, tổng hợp.', 'year'],
    // A last day is a last day, whatever else the sentence tells of.
    [{ from: null, to: '2026-06-14', text: 'trước ngày 15/6' }, 'Lập danh sách; hằng tháng cập nhật.', 'once'],
  ] as const)('%j with «%s»: %s', (due, sentence, repeats) => {
    expect(proposeSchedule(due, plan, sentence).repeats).toBe(repeats);
  });

  it.each([
    [null, { repeats: 'once', startsOn: '2026-01-01', endsOn: '2026-12-31' }],
    [
      { from: null, to: null, text: 'Hằng năm' },
      { repeats: 'year', startsOn: '2026-01-01', endsOn: '2026-12-31' },
    ],
    [
      { from: null, to: null, text: 'hàng quý' },
      { repeats: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' },
    ],
    [
      { from: '2026-01-01', to: '2026-03-31', text: 'Quý I năm 2026' },
      { repeats: 'once', startsOn: '2026-01-01', endsOn: '2026-03-31' },
    ],
    [
      { from: null, to: '2026-06-14', text: 'trước ngày 15/6' },
      { repeats: 'once', startsOn: '2026-01-01', endsOn: '2026-06-14' },
    ],
    [
      { from: '2027-01-01', to: null, text: 'từ năm 2027' },
      { repeats: 'once', startsOn: '2027-01-01', endsOn: '2027-01-01' },
    ],
  ] as const)('%j', (due, schedule) => {
    expect(proposeSchedule(due, plan, 'Tổ chức lớp dạy bơi.')).toEqual(schedule);
  });
});

it('begins no earlier than its units, and stays where it ended before them', () => {
  const schedule = { repeats: 'year', startsOn: '2021-01-01', endsOn: '2025-12-31' } as const;
  expect(beginWithUnits(schedule, [null, '2025-07-01', '2020-01-01']).startsOn).toBe('2025-07-01');
  expect(beginWithUnits(schedule, []).startsOn).toBe('2021-01-01');
  expect(beginWithUnits(schedule, ['2026-01-01'])).toEqual(schedule);
});

it('writes a period as officers do', () => {
  expect(writePeriodCode('2026-Q2', 'vi')).toBe('Quý II/2026');
  expect(writePeriodCode('2026-H1', 'vi')).toBe('6 tháng đầu năm 2026');
  expect(writePeriodCode('2026-03', 'vi')).toBe('Tháng 3/2026');
  expect(writePeriodCode('2026', 'en')).toBe('Year 2026');
  expect(writePeriodCode('once', 'vi')).toBe('');
});
