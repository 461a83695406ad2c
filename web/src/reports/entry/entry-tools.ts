import { makeCatalogue, findIndicator, type Catalogue } from '@mangnon/domain/indicators/catalogue.ts';
import type { Breakdown } from '@mangnon/domain/indicators/breakdown.ts';
import { cellName } from '@mangnon/domain/indicators/form-cell.ts';
import type { Finding } from '@mangnon/domain/indicators/finding.ts';
import { noReport } from '@mangnon/domain/indicators/value.ts';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { findFindings } from '@mangnon/domain/reports/find-findings.ts';
import type { CellState, ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { typedAt, type Desk } from './desk.ts';
import type { EntrySnapshot, EntryStore } from './entry-store.ts';
import type { Layout } from './grid-walk.ts';
import { problemOf } from './typed.ts';

/** What the form says of its cells, whatever is typed in them. */
export interface FormWords {
  readonly catalogue: Catalogue;
  /** Last day counted: as of it the catalogue is read. */
  readonly day: string;
  readonly names: ReadonlyMap<string, Sentence>;
  readonly cells: ReadonlyMap<string, { readonly code: string; readonly parts: Readonly<Record<string, string>> }>;
  readonly told: ReadonlyMap<string, CellState>;
}

export function readForm(page: ReportVersionPage): FormWords {
  const catalogue = makeCatalogue(page.indicators, page.breakdowns as Breakdown[]);
  const day = page.period.cutEnd;
  const placed = page.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.filter((cell) => cell !== null)));
  const cells = new Map(placed.map(({ key, code, parts }) => [key, { code, parts }]));
  const names = new Map(
    [...cells].map(([key, { code, parts }]) => {
      const one = findIndicator(catalogue, code, day);
      return [key, one === undefined ? { vi: key, en: key } : cellName(one, parts, catalogue)] as const;
    }),
  );
  return { catalogue, day, names, cells, told: new Map(page.cells.map((cell) => [cell.key, cell])) };
}

export function layoutOf(page: ReportVersionPage): Layout {
  return page.tables.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.key ?? null)));
}

/** Everything noticed about what stands in the form now, text that is no number first: it is not even saved. */
export function findInForm(form: FormWords, desk: Desk, sisters: ReportVersionPage['sisters']): Finding[] {
  const texts: Finding[] = [];
  const typed = [...form.cells].map(([key, cell]) => {
    const now = typedAt(desk, key);
    const code = problemOf(now);
    if (now.kind === 'text' && code !== null) {
      const details = { cell: form.names.get(key) ?? key, typed: now.text };
      texts.push({ severity: 'error', code, where: key, details });
    }
    return { ...cell, value: now.kind === 'value' ? now.value : noReport };
  });
  const before = new Map(
    [...form.told].flatMap(([key, one]) => (one.before === null ? [] : [[key, one.before] as const])),
  );
  const marked = new Set(texts.map(({ where }) => where));
  const found = findFindings(
    { cells: typed, before, sisters: new Map(Object.entries(sisters)) },
    form.catalogue,
    form.day,
  );
  // A cell with text is told once: not as empty as well.
  return [...texts, ...found.filter(({ where, severity }) => severity === 'error' || !marked.has(where))];
}

/** The cell a finding is about; for a rate the whole of its numerator. */
export function cellOf({ where }: Pick<Finding, 'where'>, form: FormWords): string {
  if (form.cells.has(where)) return where;
  const rate = findIndicator(form.catalogue, where, form.day);
  return rate?.formula.kind === 'ratio' ? rate.formula.numerator : where;
}

export interface EntryTools {
  readonly store: EntryStore;
  readonly form: FormWords;
  /** Whether this person may type. */
  readonly writes: boolean;
  /** What the receiver says of cells now, before it sends the report back; null where the person does not receive it. */
  readonly remarks: ReadonlyMap<string, string> | null;
  readonly onRemark: (key: string, words: string) => void;
  /** Goes to a cell and puts the keyboard there. */
  readonly goTo: (key: string) => void;
}

export const EntryContext = createContext<EntryTools | null>(null);

export function useEntryTools(): EntryTools {
  const tools = useContext(EntryContext);
  if (tools === null) throw new Error('A part of the grid stands outside it');
  return tools;
}

/** Part of what the grid shows; `select` gives the same again where nothing changed. */
export function useEntry<Part>(select: (snapshot: EntrySnapshot) => Part): Part {
  const { store } = useEntryTools();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}
