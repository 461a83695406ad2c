import { fillSentence, type Sentence } from '../kernel/sentence.ts';
import { valuesRefusals } from './values.refusals.ts';

export type FindingCode = keyof typeof valuesRefusals;

/** What is noticed while a form is typed. A warning can be explained and then sent; an error cannot be sent. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** The cell it concerns, as `cellKey` writes it; for a rate its code. */
  readonly where: string;
  /** What fills the sentence; names in both languages. */
  readonly details: Readonly<Record<string, string | number | Sentence>>;
}

/** Under this a warning is explained: one for each cell and each thing noticed there. */
export function findingKey({ code, where }: Pick<Finding, 'code' | 'where'>): string {
  return `${where} ${code}`;
}

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

function detailsIn(language: 'vi' | 'en', details: Finding['details']): Record<string, string> {
  const write = (one: string | number | Sentence) => {
    if (typeof one === 'number') return numbers[language].format(one);
    return typeof one === 'string' ? one : one[language];
  };
  return Object.fromEntries(Object.entries(details).map(([name, one]) => [name, write(one)]));
}

/** What a finding says, in both languages. */
export function tellFinding({ code, details }: Finding): Sentence {
  const { vi, en } = valuesRefusals[code];
  return { vi: fillSentence(vi, detailsIn('vi', details)), en: fillSentence(en, detailsIn('en', details)) };
}

/** What keeps a form from being sent: every error, and each warning nobody has explained. */
export function findBlockers(findings: readonly Finding[], explained: ReadonlyMap<string, string>): Finding[] {
  return findings.filter((one) => one.severity === 'error' || (explained.get(findingKey(one)) ?? '').trim() === '');
}
