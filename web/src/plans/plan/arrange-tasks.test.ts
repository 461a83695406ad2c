import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterTasks, findTaskDates, groupByAgency, groupByTime } from './arrange-tasks.ts';
import type { PlanTask } from './arrange-tasks.ts';

const health = { printed: 'SYT', agencyId: 't.so_yte', name: 'Sở Y tế' };
const healthInFull = { printed: 'Sở Y tế', agencyId: 't.so_yte', name: 'Sở Y tế' };
const committee = { printed: 'UBND xã Khe Trúc', agencyId: null, name: null };
const committeeAgain = { printed: 'UBND XÃ KHE TRÚC', agencyId: null, name: null };

let count = 0;
function task(more: Partial<PlanTask>): PlanTask {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  return { id, text: 'Mở lớp dạy bơi', section: 'IV.1', lead: [], coordinating: [], due: null, span: null, ...more };
}
const until = (to: string) => ({ from: null, to, text: to });

describe('tasks by agency', () => {
  it('puts the spellings of one agency together, in the order of the document, tasks of nobody last', () => {
    const nobody = task({});
    const first = task({ lead: [committee] });
    const second = task({ lead: [health, committeeAgain] });
    const third = task({ lead: [healthInFull] });
    expect(groupByAgency([nobody, first, second, third]).map(({ agency, tasks }) => [agency?.printed, tasks])).toEqual([
      ['UBND xã Khe Trúc', [first, second]],
      ['SYT', [second, third]],
      [undefined, [nobody]],
    ]);
  });

  it('loses no task', () => {
    const leads = fc.subarray([health, healthInFull, committee, committeeAgain]);
    fc.assert(
      fc.property(fc.array(leads), (all) => {
        const tasks = all.map((lead) => task({ lead }));
        const shown = new Set(groupByAgency(tasks).flatMap((group) => group.tasks));
        expect(shown).toEqual(new Set(tasks));
      }),
    );
  });
});

describe('tasks by time', () => {
  it('goes by the quarter of the last day, those without a day at the end', () => {
    const undated = task({});
    const open = task({ due: { from: '2026-01-01', to: null, text: 'từ năm 2026' } });
    const late = task({ due: until('2026-12-31') });
    const early = task({ due: until('2026-01-15') });
    const earlier = task({ due: until('2025-10-01') });
    expect(groupByTime([undated, late, open, early, earlier]).map(({ quarter, tasks }) => [quarter, tasks])).toEqual([
      [{ year: 2025, quarter: 4 }, [earlier]],
      [{ year: 2026, quarter: 1 }, [early]],
      [{ year: 2026, quarter: 4 }, [late]],
      [null, [undated, open]],
    ]);
  });

  it('tells the next day with its tasks, and how many days have passed; today has not', () => {
    const tasks = ['2026-03-10', '2026-03-09', '2026-03-10', '2026-03-08'].map((to) => task({ due: until(to) }));
    expect(findTaskDates(tasks, '2026-03-10')).toEqual({ next: { date: '2026-03-10', count: 2 }, passed: 2 });
    expect(findTaskDates(tasks, '2026-03-11')).toEqual({ next: null, passed: 4 });
  });
});

describe('finding tasks', () => {
  it('forgives accents and the order of words, and knows the agencies', () => {
    const swim = task({ lead: [health] });
    const other = task({ text: 'Tập huấn cán bộ xã', coordinating: [committee] });
    expect(filterTasks([swim, other], 'boi day')).toEqual([swim]);
    expect(filterTasks([swim, other], 'so y te')).toEqual([swim]);
    expect(filterTasks([swim, other], 'KHE TRUC')).toEqual([other]);
    expect(filterTasks([swim, other], '  ')).toEqual([swim, other]);
    expect(filterTasks([swim, other], 'khong co')).toEqual([]);
  });
});
