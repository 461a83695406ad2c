import { listIndicators } from '@mangnon/domain/indicators/catalogue.ts';
import { noReport } from '@mangnon/domain/indicators/value.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { paperKindOf, type PaperKindId } from '@mangnon/domain/reports/paper/paper-kind.ts';
import type { ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';
import { reportHeadings } from '@mangnon/domain/reports/report-headings.ts';
import type { PlanDocument } from '../../plans/plans.queries.ts';
import type { KnownUnit } from '../../tasks/units.queries.ts';
import type { StoredRegime } from '../regimes.queries.ts';
import type { LoadedForm } from '../version-findings.ts';
import type { ReportValues } from '../values.queries.ts';
import type { StoredVersion, VersionParts } from '../versions.queries.ts';
import { paperFigures, paperTables, ratesOfUnit } from './paper-figures.ts';
import { addresseesOf, citePlan, headingOf, planBasis } from './paper-heading.ts';

export interface VersionFacts {
  readonly version: StoredVersion;
  readonly regime: StoredRegime;
  readonly plan: PlanDocument | undefined;
  readonly unit: KnownUnit;
  readonly form: LoadedForm;
  readonly values: ReportValues;
  readonly parts: VersionParts;
  readonly label: string;
  readonly tasks: ReportPaper['tasks'];
}

/** The report of one unit, as it stands, in the words and figures of the unit alone. */
export function composeVersionPaper(
  kindId: PaperKindId,
  { version, regime, plan, unit, form, values, parts, label, tasks }: VersionFacts,
): ReportPaper {
  const kind = paperKindOf(kindId);
  const own = new Map([...values.own].map(([key, { value }]) => [key, value]));
  const asked = new Set(form.cells.map(({ key }) => key));
  return {
    kind: kindId,
    ...headingOf(unit, version.signedBy ?? ''),
    number: null,
    // Signed, it bears its day; its number is given by the office that keeps the book of papers going out.
    issuedOn: version.signedAt === null ? null : vietnamDay(version.signedAt),
    about: plan === undefined ? null : citePlan(plan),
    period: { label, from: version.cutStart, to: version.cutEnd },
    addressees: addresseesOf(kind, regime.receiver, regime.via, unit.placeName),
    bases: plan === undefined ? [] : [planBasis(plan)],
    words: reportHeadings.flatMap((heading) => {
      const words = version.narrative[heading]?.words.trim() ?? '';
      return words === '' ? [] : [{ heading, words, unit: null, edited: false }];
    }),
    figures: paperFigures(form.tables, (key) => ({ value: own.get(key) ?? noReport, completeness: null })),
    rates: ratesOfUnit(listIndicators(form.catalogue, version.cutEnd), own, asked),
    tables: paperTables(form.tables),
    units: null,
    tasks,
    recipients: [...kind.recipients],
    preparedBy: parts.steps[0]?.takenBy ?? null,
  };
}
