import { dayAfter, endsBeforeBegin, liesWithin, overlaps, writePeriod } from '../kernel/period.ts';
import type { Refusal } from '../kernel/result.ts';
import { formulaSign } from '../kernel/workbook/sheet.ts';
import type { Breakdown } from './breakdown.ts';
import { makeCatalogue, type Catalogue } from './catalogue.ts';
import { isCount, type Indicator } from './indicator.ts';

/**
 * What is wrong with a catalogue, each with the version it concerns: versions of one code that overlap, leave a gap or
 * stand in the wrong order; counts of a formula that are not known, are no counts, or do not stand all the time; stocks
 * added over months; breakdowns nobody knows. Empty when all is well.
 */
export function checkCatalogue(indicators: readonly Indicator[], breakdowns: readonly Breakdown[]): Refusal[] {
  const catalogue = makeCatalogue(indicators, breakdowns);
  return [
    ...breakdowns.flatMap((one) => checkBreakdown(one, breakdowns)),
    ...indicators.flatMap((one) => [
      ...checkAlone(one),
      ...checkFormula(one, catalogue),
      ...checkSplit(one, catalogue),
    ]),
    ...[...catalogue.versions.values()].flatMap(checkVersions),
  ];
}

/** The refusal, naming the indicator as people know it beside its code and version. */
function about(one: Indicator, code: string, details: Readonly<Record<string, unknown>> = {}): Refusal {
  return { code, where: `${one.code}/${one.version}`, details: { name: one.name.vi, code: one.code, ...details } };
}

function checkAlone(one: Indicator): Refusal[] {
  const found: Refusal[] = [];
  if (endsBeforeBegin(one)) found.push(about(one, 'indicators.ends_before_begin'));
  if (formulaSign.test(one.name.vi) || formulaSign.test(one.name.en)) {
    found.push(about(one, 'indicators.formula_sign'));
  }
  if (isCount(one) && one.formula.measure === 'stock' && one.formula.overPeriods === 'sum') {
    found.push(about(one, 'indicators.stock_summed'));
  }
  if ((one.formula.kind === 'unknown') !== (one.formulaTrust === null)) {
    found.push(about(one, 'indicators.formula_trust'));
  }
  return found;
}

/** Versions come oldest first: each begins the day after the one before ended. */
function checkVersions(versions: readonly Indicator[]): Refusal[] {
  return versions.slice(1).flatMap((next, at): Refusal[] => {
    const before = versions[at];
    if (before === undefined) return [];
    const details = { other: writePeriod(before) };
    if (next.version === before.version) return [about(next, 'indicators.version_twice', { version: next.version })];
    if (overlaps(before, next)) return [about(next, 'indicators.versions_overlap', details)];
    if (next.validFrom !== null && before.validFrom !== null && next.validFrom < before.validFrom) {
      return [about(next, 'indicators.version_order', details)];
    }
    const follows = before.validTo !== null && next.validFrom === dayAfter(before.validTo);
    return follows ? [] : [about(next, 'indicators.versions_gap', details)];
  });
}

function countsOf({ formula }: Indicator): string[] {
  if (formula.kind === 'ratio') return [formula.numerator, formula.denominator];
  return formula.kind === 'change' ? [formula.of] : [];
}

function checkFormula(one: Indicator, catalogue: Catalogue): Refusal[] {
  const { formula } = one;
  if (formula.kind === 'ratio' && formula.numerator === formula.denominator) {
    return [about(one, 'indicators.over_itself')];
  }
  return countsOf(one).flatMap((count): Refusal[] => {
    const versions = catalogue.versions.get(count) ?? [];
    if (versions.length === 0) return [about(one, 'indicators.unknown_count', { count })];
    if (!versions.every(isCount)) return [about(one, 'indicators.not_a_count', { count })];
    const first = versions[0]?.validFrom ?? null;
    const last = versions.at(-1)?.validTo ?? null;
    const stands = liesWithin(one, { validFrom: first, validTo: last });
    return stands ? [] : [about(one, 'indicators.count_not_valid', { count })];
  });
}

/** A rate is split as its numerator is: by what that one is not split, nobody could tell the parts. */
function checkSplit(one: Indicator, catalogue: Catalogue): Refusal[] {
  const unknown = one.breakdowns.filter((name) => !catalogue.breakdowns.has(name));
  const { formula } = one;
  const [first] = countsOf(one);
  const top = formula.kind === 'count' || first === undefined ? undefined : catalogue.versions.get(first);
  const uncounted = one.breakdowns.filter(
    (name) => top !== undefined && !top.some(({ breakdowns }) => breakdowns.includes(name)),
  );
  return [
    ...unknown.map((breakdown) => about(one, 'indicators.unknown_breakdown', { breakdown })),
    ...uncounted.map((breakdown) => about(one, 'indicators.breakdown_not_counted', { breakdown, count: first })),
  ];
}

function checkBreakdown(one: Breakdown, all: readonly Breakdown[]): Refusal[] {
  const { code, name, parts } = one;
  const details = { name: name.vi, code };
  const twice = all.filter((other) => other.code === code).length > 1;
  const codes = parts.map((part) => part.code);
  const again = codes.find((part, at) => codes.indexOf(part) !== at);
  return [
    ...(twice ? [{ code: 'indicators.breakdown_twice', where: code, details }] : []),
    ...(again === undefined
      ? []
      : [{ code: 'indicators.part_twice', where: code, details: { ...details, part: again } }]),
  ];
}
