import { accept, refuse, type Result } from '../kernel/result.ts';
import { factDataSchemas, type FactKind } from './draft-fact.ts';

type Data = Readonly<Record<string, unknown>>;

/** Longest text of a fact, and of any other line, in UTF-16 units. */
const longest = { text: 20_000, line: 2_000 } as const;
const agencyLists = new Set(['lead', 'coordinating', 'owner', 'from']);
const mostAgencies = 200;

/**
 * Cleans and checks what a person wrote into the fields `touched` of a fact. Fields nobody touched are left alone:
 * what the reader read askew must not stop a person from mending something else.
 */
export function checkFactData(kind: FactKind, data: Data, touched: readonly string[]): Result<Data> {
  const cleaned: Record<string, unknown> = { ...data };
  for (const field of touched) {
    const cleanedField = cleanField(kind, field, data[field]);
    if (!cleanedField.ok) return cleanedField;
    cleaned[field] = cleanedField.value;
  }
  const parsed = factDataSchemas[kind].safeParse(cleaned);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const field = String(path[0] ?? '');
    if (field === 'year') return refuse('drafts.year_range', { where: 'year' });
    return refuse('drafts.field_wrong', { where: path.join('.'), details: { field } });
  }
  return checkTogether(cleaned, touched);
}

function cleanField(kind: FactKind, field: string, value: unknown): Result<unknown> {
  if (agencyLists.has(field) && Array.isArray(value)) return cleanAgencies(field, value);
  const cleaned = cleanValue(value);
  if (typeof cleaned === 'string') {
    const limit = field === 'text' ? longest.text : longest.line;
    if (cleaned.length > limit) return refuse('drafts.too_long', { where: field, details: { field, limit } });
    if (cleaned !== '') return accept(cleaned);
    if (field === 'text' || (kind === 'heading' && field === 'title'))
      return refuse('drafts.text_empty', { where: field });
    if (kind === 'legal_basis' && field === 'number') return refuse('drafts.number_empty', { where: field });
    return accept(isNullable(kind, field) ? null : '');
  }
  return accept(field === 'due' && isEmptyDue(cleaned) ? null : cleaned);
}

function cleanAgencies(field: string, value: readonly unknown[]): Result<unknown> {
  const cleaned = value.map(cleanValue);
  if (cleaned.includes('')) return refuse('drafts.agency_empty', { where: field });
  if (cleaned.length > mostAgencies || cleaned.some((name) => typeof name === 'string' && name.length > longest.line)) {
    return refuse('drafts.too_long', { where: field, details: { field, limit: longest.line } });
  }
  return accept([...new Set(cleaned)]);
}

/** Composed accents, no control characters, no half of a surrogate pair (a database takes neither), trimmed. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .toWellFormed()
      .normalize('NFC')
      .replace(/(?![\t\n\u2028])\p{Cc}/gu, '')
      .trim();
  }
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanValue(inner)]));
  }
  return value;
}

function isNullable(kind: FactKind, field: string): boolean {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
    factDataSchemas[kind].shape;
  return shape[field]?.safeParse(null).success === true;
}

function isEmptyDue(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    value.text === '' &&
    'from' in value &&
    value.from === null &&
    'to' in value &&
    value.to === null
  );
}

/** Rules that look at more than the shape: dates in order, days that exist, ranges that rise. */
function checkTogether(data: Data, touched: readonly string[]): Result<Data> {
  if (touched.includes('due')) {
    const { due } = data as { due?: { from?: string | null; to?: string | null; month?: number; day?: number } | null };
    if (due?.from && due.to && due.from > due.to) return refuse('drafts.due_order', { where: 'due' });
    if (due?.month && due.day && !isDayOfYear(due.month, due.day))
      return refuse('drafts.date_unknown', { where: 'due' });
  }
  if (touched.includes('value') || touched.includes('valueTo')) {
    const { value, valueTo } = data as { value: number; valueTo: number | null };
    if (valueTo !== null && valueTo < value) return refuse('drafts.range_order', { where: 'valueTo' });
  }
  if (touched.includes('issuedOn') && typeof data['issuedOn'] === 'string' && !isPartialDate(data['issuedOn'])) {
    return refuse('drafts.date_unknown', { where: 'issuedOn' });
  }
  return accept(data);
}

/** 29 February counts: a reporting day stands for every year. */
function isDayOfYear(month: number, day: number): boolean {
  return day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

/** `2021`, `2020-10` or `2020-10-15`, on a day that exists. */
function isPartialDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
