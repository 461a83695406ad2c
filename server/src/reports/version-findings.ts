import type { Kysely } from 'kysely';
import type { Catalogue } from '@mangnon/domain/indicators/catalogue.ts';
import { findBlockers, tellFinding, type Finding } from '@mangnon/domain/indicators/finding.ts';
import { noReport } from '@mangnon/domain/indicators/value.ts';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { findFindings } from '@mangnon/domain/reports/find-findings.ts';
import { listCells, placeCells, type PlacedCell, type PlacedTable } from '@mangnon/domain/reports/report-form.ts';
import { loadCatalogue } from '../indicators/indicators.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { findSisterRates } from './sisters.queries.ts';
import { loadValues, type ReportValues } from './values.queries.ts';
import { loadParts, type StoredVersion, type VersionParts } from './versions.queries.ts';

export interface LoadedForm {
  readonly catalogue: Catalogue;
  readonly tables: readonly PlacedTable[];
  readonly cells: readonly PlacedCell[];
}

/** The form of a report, as the catalogue stands on the last day it counts. */
export async function loadForm(database: Kysely<DB>, version: StoredVersion): Promise<LoadedForm> {
  const catalogue = await loadCatalogue(database);
  const tables = placeCells(version.tables ?? [], catalogue, version.cutEnd, version.agencyId);
  return { catalogue, tables, cells: listCells(tables) };
}

export interface LoadedReport extends LoadedForm {
  readonly values: ReportValues;
  readonly parts: VersionParts;
  readonly sisters: ReadonlyMap<string, readonly number[]>;
  readonly findings: readonly Finding[];
  /** What keeps it from being signed and sent. */
  readonly blockers: readonly Finding[];
}

/** A report with everything that is noticed about it: a fixed number of questions. */
export async function loadReport(database: Kysely<DB>, version: StoredVersion): Promise<LoadedReport> {
  const form = await loadForm(database, version);
  const values = await loadValues(database, version);
  const parts = await loadParts(database, version.no);
  const sisters = await findSisterRates(database, version);
  const cells = form.cells.map((cell) => ({ ...cell, value: values.own.get(cell.key)?.value ?? noReport }));
  const findings = findFindings({ cells, before: values.before, sisters }, form.catalogue, version.cutEnd);
  const blockers = findBlockers(findings, new Map(Object.entries(parts.explained)));
  return { ...form, values, parts, sisters, findings, blockers };
}

/** Why a report cannot be signed or sent: how many places, and the first of them. */
export function refuseBlocked(blockers: readonly Finding[]): Refusal | null {
  const [first] = blockers;
  if (first === undefined) return null;
  const { vi, en } = tellFinding(first);
  return { code: 'reports.blocked', details: { count: blockers.length, first: vi, firstEn: en } };
}
