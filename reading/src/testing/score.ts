import type { PlanExtraction, Task } from '@mangnon/domain/plans/extraction.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';

/** A plan's answers made by hand. A task is known by how it begins, a date by its year or quarter (`2023-Q1`). */
export interface GoldPlan {
  readonly document?: Readonly<Record<string, string | null>>;
  readonly legal_bases?: readonly string[];
  readonly tasks?: readonly GoldTask[];
  readonly general_tasks?: readonly GoldTask[];
  readonly targets?: readonly GoldTarget[];
  readonly reporting?: readonly GoldDuty[];
}

interface GoldTask {
  readonly start: string;
  readonly lead: readonly string[];
  readonly coordinating?: readonly string[];
  readonly due?: string | null;
}

interface GoldTarget {
  readonly owner?: string;
  readonly comparator: string;
  readonly value: number;
  readonly value_to?: number | null;
  readonly unit?: string;
  readonly year?: number | null;
}

interface GoldDuty {
  readonly period: string;
  readonly due?: readonly [number, number] | null;
  readonly via?: string | null;
}

export interface PartScore {
  readonly f1: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

export interface Score {
  readonly parts: Readonly<Record<string, PartScore>>;
  /** Mean over the parts that hold anything. */
  readonly f1: number;
}

/** Compares what was read with the answers made by hand: for each part precision and recall as one figure. */
export function scorePlan(gold: GoldPlan, read: PlanExtraction): Score {
  const parts: Record<string, PartScore & { readonly empty: boolean }> = {};
  const led = read.tasks.filter((task) => task.lead.length > 0);
  if (gold.tasks) {
    const { tasks } = gold;
    parts['tasks'] = pair([...tasks, ...(gold.general_tasks ?? [])], read.tasks, begins);
    parts['leads'] = pair(tasks, led, (task, found) => begins(task, found) && namesAll(task.lead, found.lead));
    const dated = tasks.filter((task) => task.due);
    if (dated.length > 0)
      parts['dates'] = pair(
        dated,
        read.tasks.filter((task) => task.due),
        isDueThen,
      );
    const shared = tasks.filter((task) => (task.coordinating ?? []).length > 0);
    const helped = read.tasks.filter((task) => task.coordinating.length > 0);
    if (shared.length > 0) {
      parts['coordinating'] = pair(
        shared,
        helped,
        (task, found) => begins(task, found) && namesAll(task.coordinating ?? [], found.coordinating),
      );
    }
  }
  if (gold.targets) {
    parts['targets'] = pair(
      gold.targets,
      read.targets,
      (target, found) =>
        target.comparator === found.comparator &&
        target.value === found.value &&
        (target.value_to ?? null) === found.value_to &&
        (target.unit === undefined || target.unit === found.unit || fold(target.unit) === fold(found.unit)) &&
        (target.year === undefined || target.year === null || target.year === found.year) &&
        (!target.owner || namesAll([target.owner], found.owner)),
    );
  }
  if (gold.legal_bases) {
    const numbers = new Map(read.legal_bases.map((basis) => [basis.number.toLowerCase(), basis]));
    parts['legal bases'] = pair(
      gold.legal_bases,
      [...numbers.keys()],
      (number, found) => number.toLowerCase() === found,
    );
  }
  if (gold.reporting) {
    parts['reporting'] = pair(
      gold.reporting,
      read.reporting,
      (duty, found) =>
        duty.period === found.period &&
        (!duty.due || (found.due?.month === duty.due[0] && found.due.day === duty.due[1])) &&
        (!duty.via || isSameAgency(duty.via, found.via ?? '')),
    );
  }
  if (gold.document) {
    const { number, issuer, issued_on, signatory } = read.document;
    const found: Readonly<Record<string, string | null>> = {
      number,
      issuer,
      issued_on,
      signatory: signatory?.name ?? null,
    };
    const facts = Object.entries(gold.document).filter(([, value]) => value !== null && value !== '');
    parts['document'] = pair(
      facts,
      facts.filter(([key]) => found[key]),
      ([key, value], [foundKey]) => key === foundKey && isSameFact(key, value ?? '', found[key] ?? ''),
    );
  }
  const counted = Object.values(parts).filter((part) => !part.empty);
  return { parts, f1: counted.reduce((sum, part) => sum + part.f1, 0) / counted.length };
}

function pair<Gold, Found>(
  golds: readonly Gold[],
  found: readonly Found[],
  same: (gold: Gold, found: Found) => boolean,
) {
  const free = [...found];
  const missed: string[] = [];
  for (const gold of golds) {
    const at = free.findIndex((one) => same(gold, one));
    if (at >= 0) free.splice(at, 1);
    else missed.push(JSON.stringify(gold));
  }
  const hits = golds.length - missed.length;
  const precision = found.length > 0 ? hits / found.length : golds.length > 0 ? 0 : 1;
  const recall = golds.length > 0 ? hits / golds.length : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { f1, missed, extra: free.map((one) => JSON.stringify(one)), empty: golds.length + found.length === 0 };
}

/** The task begins as the answer does, or has its beginning a few words in: the lead may stand before it. */
function begins(gold: GoldTask, task: Task): boolean {
  const start = fold(gold.start).slice(0, 38);
  return fold(task.text)
    .slice(0, start.length + 40)
    .includes(start);
}

function isDueThen(gold: GoldTask, task: Task): boolean {
  const [year = '', quarter] = (gold.due ?? '').split('-Q');
  const month = quarter ? String(Number(quarter) * 3 - 2).padStart(2, '0') : '01';
  return begins(gold, task) && task.due?.from === `${year}-${month}-01`;
}

function isSameFact(key: string, gold: string, found: string): boolean {
  if (key === 'issuer') return isSameAgency(gold, found);
  if (key === 'signatory') return fold(gold) === fold(found);
  return key === 'issued_on' ? found.startsWith(gold) : gold === found;
}

function namesAll(golds: readonly string[], found: readonly string[]): boolean {
  return golds.every((gold) => found.some((one) => isSameAgency(gold, one)) || isSameAgency(gold, found.join(', ')));
}

function isSameAgency(a: string, b: string): boolean {
  const [first, second] = [agencyWords(a), agencyWords(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= 2 && shared / Math.min(first.size, second.size) >= 0.8;
}

function agencyWords(name: string): Set<string> {
  const spelled = fold(name)
    .replace(/^de nghi /, '')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
    .replace(/\btb (?:va )?xh\b/g, 'thuong binh va xa hoi')
    .replace(/\bld\b/g, 'lao dong');
  return new Set(spelled.split(' '));
}
