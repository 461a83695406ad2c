import type { FigureState } from '@mangnon/domain/indicators/figure.ts';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { paperKindOf, type PaperKindId } from '@mangnon/domain/reports/paper/paper-kind.ts';
import type { PaperUnits, PaperValue, PaperWords, ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';
import type { DuePeriod } from '@mangnon/domain/reports/report-due.ts';
import { reportHeadings } from '@mangnon/domain/reports/report-headings.ts';
import type { PlanDocument } from '../../plans/plans.queries.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { unitKey, type KnownUnit } from '../../tasks/units.queries.ts';
import type { Consolidated } from '../consolidate.ts';
import type { StoredConsolidation } from '../consolidated.queries.ts';
import { paperFigures, paperTables, sidesOf } from './paper-figures.ts';
import { addresseesOf, citePlan, headingOf, planBasis } from './paper-heading.ts';

export interface ConsolidationFacts {
  readonly period: DuePeriod;
  readonly plan: PlanDocument | undefined;
  /** Who receives, and in whose name it goes on. */
  readonly receiver: KnownUnit;
  readonly found: Consolidated;
  /** What each unit said, by unit and cell. */
  readonly said: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  readonly units: ReadonlyMap<string, KnownUnit>;
  readonly written: StoredConsolidation | undefined;
  readonly tasks: ReportPaper['tasks'];
  readonly preparedBy: string | null;
}

/** What the reports of a due day add up to now, in the words the receiver picked and wrote. */
export function composeConsolidationPaper(kindId: PaperKindId, facts: ConsolidationFacts): ReportPaper {
  const { period, plan, receiver, found, written, tasks, preparedBy } = facts;
  const kind = paperKindOf(kindId);
  const totals = new Map(found.totals.map((total) => [total.key, total]));
  const heading = headingOf(receiver, '');
  const numbered = splitNumber(written?.number ?? null);
  return {
    kind: kindId,
    ...heading,
    number: numbered?.number ?? null,
    symbol: numbered?.symbol ?? heading.symbol,
    issuedOn: written?.lockedAt == null ? null : vietnamDay(written.lockedAt),
    about: plan === undefined ? null : citePlan(plan),
    period: { label: period.label, from: period.cutStart, to: period.cutEnd },
    // Who received makes this one; it goes on to what stands above, where the registers know that.
    addressees: addresseesOf(kind, heading.parentBody, null, receiver.placeName),
    bases: plan === undefined ? [] : [planBasis(plan)],
    words: wordsOf(facts),
    figures: paperFigures(found.tables, (key) => {
      const total = totals.get(key);
      return total === undefined
        ? { value: { state: 'no_report' }, completeness: null }
        : { value: valueOf(total.state, total.amount, total.adjusted !== 0), completeness: total.completeness };
    }),
    rates: found.rates.flatMap(({ code, state, amount, completeness }) => {
      const indicator = found.indicators.find((one) => one.code === code);
      if (indicator === undefined) return [];
      const { name, unit } = indicator;
      const value = valueOf(state, amount, false);
      return [{ key: code, name: name.vi, unit: unit.vi, value, completeness, sides: sidesOf(indicator) }];
    }),
    tables: paperTables(found.tables),
    units: unitsOf(facts),
    tasks,
    recipients: [...kind.recipients],
    preparedBy,
  };
}

/** What the receiver picked and wrote; until something was, what the accepted reports say, each with whose it is. */
function wordsOf({ found, units, written }: ConsolidationFacts): PaperWords[] {
  const nameOf = (of: UnitRef) => units.get(unitKey(of))?.name ?? of.agencyId;
  const picked = written?.paragraphs ?? [];
  if (picked.length > 0) {
    return picked.map(({ heading, words, from, edited }) => ({
      heading,
      words,
      unit: from === null ? null : nameOf(from),
      edited,
    }));
  }
  return reportHeadings.flatMap((heading) =>
    found.duties.flatMap((duty) => {
      const words = found.received.get(unitKey(duty))?.accepted?.narrative[heading]?.words.trim() ?? '';
      return words === '' ? [] : [{ heading, words, unit: nameOf(duty), edited: false }];
    }),
  );
}

function valueOf(state: FigureState, amount: number | null, adjusted: boolean): PaperValue {
  if (state === 'not_applicable') return { state, reason: 'other', words: 'không đơn vị nào thuộc diện' };
  if (state !== 'number') return { state };
  if (amount === null) return { state: 'no_report' };
  if (amount !== 0 || adjusted) return { state: 'number', amount };
  return { state: 'zero', reason: 'other', words: 'các đơn vị đã báo cáo đều bằng không' };
}

function unitsOf({ found, said, units }: ConsolidationFacts): PaperUnits {
  const asked = new Map<string, ReadonlySet<string>>();
  const askedOf = (agencyId: string) => {
    const known = asked.get(agencyId) ?? found.askedOf(agencyId);
    asked.set(agencyId, known);
    return known;
  };
  const rows = found.duties.map((duty) => ({
    id: unitKey(duty),
    name: units.get(unitKey(duty))?.name ?? duty.agencyId,
    values: said.get(unitKey(duty)) ?? new Map<string, Value>(),
    asked: askedOf(duty.agencyId),
  }));
  return {
    word: wordForUnits(found.duties.map((duty) => units.get(unitKey(duty)))),
    units: rows,
    adjustments: found.adjustments.filter(({ takenBack }) => !takenBack),
    missing: rows.filter(({ id }) => found.received.get(id)?.accepted === undefined).map(({ name }) => name),
  };
}

const communeTypes = ['xã', 'phường', 'đặc khu'];

/** «28/31 xã», «1/5 xã, phường»; what is not all of communes is counted as units. */
function wordForUnits(units: readonly (KnownUnit | undefined)[]): string {
  const types = units.map((unit) => communeTypes.find((type) => unit?.placeName.startsWith(`${type} `) === true));
  if (types.length === 0 || types.includes(undefined)) return 'đơn vị';
  return communeTypes.filter((type) => types.includes(type)).join(', ');
}

/** «05/BC-SYT» as the receiver wrote it; null where it is of another form. */
function splitNumber(printed: string | null): { number: number; symbol: string } | null {
  const [, number, symbol] = /^0*(\d{1,6})\/(\S+)$/.exec(printed ?? '') ?? [];
  return number === undefined || symbol === undefined ? null : { number: Number(number), symbol };
}
