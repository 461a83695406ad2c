import type { Plan } from '@mangnon/domain/plans/plans.api.ts';

export type PlanReport = Plan['reporting'][number];

/** A day in every year on which a report is due. */
export interface ReportDay {
  readonly month: number;
  readonly day: number;
  readonly reportId: string;
}

const allMonths = Array.from({ length: 12 }, (_, at) => at + 1);

const stepOf = { '3_months': 3, '6_months': 6, '9_months': 12, year: 12 } as const;
/** The row a plan prints when it means once a year each: 3, 6, 9 months and year. */
const widerThan = {
  '3_months': ['6_months', '9_months'],
  '6_months': ['9_months', 'year'],
  '9_months': [],
  year: [],
} as const;

/**
 * Whether a duty comes back every so many months. «3 tháng, 6 tháng, 9 tháng, năm» are four reports, once a year
 * each; «3 tháng» without the wider ones beside it is a report of every quarter.
 */
export function isRepeated(report: PlanReport, all: readonly PlanReport[]): boolean {
  if (report.period === 'month') return true;
  const wider: readonly string[] = widerThan[report.period];
  return stepOf[report.period] < 12 && !all.some(({ period }) => wider.includes(period));
}

/** The days of a year on which a duty is due; none when the document prints no day. */
function listDays(report: PlanReport, all: readonly PlanReport[]): ReportDay[] {
  if (!report.due) return [];
  const { month, day } = report.due;
  const at = (one: number): ReportDay => ({ month: one, day, reportId: report.id });
  if (report.period === 'month') return allMonths.map(at);
  if (!isRepeated(report, all)) return [at(month)];
  const step = stepOf[report.period];
  return Array.from({ length: 12 / step }, (_, times) => at(((month - 1 + times * step) % 12) + 1));
}

export interface ReportCalendar {
  /** January to December, each with its days from the first to the last. */
  readonly months: readonly { readonly month: number; readonly days: readonly ReportDay[] }[];
  readonly total: number;
  readonly undated: number;
}

/** Lays the reporting duties of a plan out over a year. */
export function arrangeCalendar(reports: readonly PlanReport[]): ReportCalendar {
  const days = reports.flatMap((report) => listDays(report, reports));
  return {
    months: allMonths.map((month) => ({
      month,
      days: days.filter((one) => one.month === month).toSorted((one, other) => one.day - other.day),
    })),
    total: days.length,
    undated: reports.filter(({ due }) => due === null).length,
  };
}

/** The sentence the picture says: which message, with what in it. */
export function findFinding({ months, total }: ReportCalendar) {
  if (total === 0) return { key: 'plan.reporting.finding.none', values: {} } as const;
  const busy = months.filter(({ days }) => days.length > 0);
  const most = Math.max(...busy.map(({ days }) => days.length));
  const listed = (some: typeof busy) => some.map(({ month }) => month).join(', ');
  if (total === 1) return { key: 'plan.reporting.finding.one', values: { month: listed(busy) } } as const;
  const even = busy.every(({ days }) => days.length === most);
  if (even && busy.length === 12) return { key: 'plan.reporting.finding.monthly', values: { count: total } } as const;
  if (even) return { key: 'plan.reporting.finding.even', values: { count: total, months: listed(busy) } } as const;
  const top = busy.filter(({ days }) => days.length === most);
  return { key: 'plan.reporting.finding', values: { count: total, months: listed(top), most } } as const;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** The first report day on or after `today` (ISO); a 31st in a shorter month falls on its last day. */
export function findNextReport({ months }: ReportCalendar, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].flatMap((one) =>
    months.flatMap(({ month, days }) =>
      days.map(({ day }) => {
        const last = new Date(Date.UTC(one, month, 0)).getUTCDate();
        return `${one}-${pad(month)}-${pad(Math.min(day, last))}`;
      }),
    ),
  );
  return dates.filter((date) => date >= today).toSorted()[0] ?? null;
}
