import type { Value } from '../../indicators/value.ts';
import type { ReportHeading } from '../report-headings.ts';
import type { PaperKindId } from './paper-kind.ts';

/** A figure as it goes out: what a unit may say of it, and for one that is computed, why there is none. */
export type PaperValue = Value | { readonly state: 'not_added' } | { readonly state: 'no_base' };

export interface PaperFigure {
  /** Of the cell (indicators/form-cell.ts), or the code of a rate: where the figure comes from. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly value: PaperValue;
  /** Null for the figure of one unit. */
  readonly completeness: { readonly accepted: number; readonly due: number } | null;
}

export interface PaperRate extends PaperFigure {
  /** Keys of the two sides; null for what is no ratio of this report, as a change against the year before. */
  readonly sides: { readonly numerator: string; readonly denominator: string; readonly factor: number } | null;
}

/** A table of the form: counts down, parts across; null where a count is not split so. */
export interface PaperTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly unit: string; readonly keys: readonly (string | null)[] }[];
}

/** What each unit said, for a consolidated report. The cells stand in the order of `figures`. */
export interface PaperUnits {
  /** «xã», «đơn vị»: what is counted in «28/31 xã». */
  readonly word: string;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    /** By key of the cell; what is not here was not reported. */
    readonly values: ReadonlyMap<string, Value>;
    /** Cells its form asks it for; null: all. */
    readonly asked: ReadonlySet<string> | null;
  }[];
  /** What the receiver adds to totals or takes from them, by key of the cell. */
  readonly adjustments: readonly { readonly key: string; readonly amount: number; readonly reason: string }[];
  /** Names of those whose report is not in the figures. */
  readonly missing: readonly string[];
}

export interface PaperTask {
  readonly text: string;
  readonly unit: string;
  /** Day (ISO) on which it is due; null: the plan sets none. */
  readonly due: string | null;
  readonly result: string | null;
}

export interface PaperWords {
  readonly heading: ReportHeading;
  readonly words: string;
  /** Whose they are; null: of who writes the report. */
  readonly unit: string | null;
  readonly edited: boolean;
}

/** A report before it has a form: everything it says, from which .docx, .pdf and .xlsx are made. */
export interface ReportPaper {
  readonly kind: PaperKindId;
  readonly parentBody: string | null;
  readonly issuer: string;
  /** As it stands before the date: «Mộc Giang». */
  readonly place: string;
  readonly number: number | null;
  readonly symbol: string;
  readonly issuedOn: string | null;
  /** The plan or text it reports on, as it is cited: «Kế hoạch số 17/KH-UBND»; null where it reports on none. */
  readonly about: string | null;
  /** First and last day (ISO) that count, both included. */
  readonly period: { readonly label: string; readonly from: string; readonly to: string };
  readonly addressees: readonly string[];
  /** Besides those of the kind. */
  readonly bases: readonly string[];
  readonly words: readonly PaperWords[];
  readonly figures: readonly PaperFigure[];
  readonly rates: readonly PaperRate[];
  readonly tables: readonly PaperTable[];
  readonly units: PaperUnits | null;
  /** Null: no tasks are known of, which is not the same as none done. */
  readonly tasks: { readonly done: readonly PaperTask[]; readonly overdue: readonly PaperTask[] } | null;
  readonly signature: {
    /** «Ủy ban nhân dân»: whose decision it is (TM.). */
    readonly onBehalfOf: string | null;
    /** «Giám đốc»: for whom a deputy signs (KT.). */
    readonly inPlaceOf: string | null;
    readonly title: string;
    readonly name: string;
  };
  readonly recipients: readonly string[];
  readonly preparedBy: string | null;
}
