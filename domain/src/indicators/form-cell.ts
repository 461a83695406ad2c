import type { Sentence } from '../kernel/sentence.ts';
import type { Catalogue } from './catalogue.ts';
import type { Indicator } from './indicator.ts';
import type { Value } from './value.ts';

/** One cell of a form: a count, split or not. `parts` says of each breakdown which part it is: `{ sex: 'female' }`. */
export interface FormCell {
  readonly code: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly value: Value;
}

/** `n.abused`, `n.abused[age_police=under_6,sex=female]`: the same for the same cell, however its parts were written. */
export function cellKey({ code, parts }: Pick<FormCell, 'code' | 'parts'>): string {
  const split = Object.entries(parts)
    .map(([by, part]) => `${by}=${part}`)
    .toSorted();
  return split.length === 0 ? code : `${code}[${split.join(',')}]`;
}

/** «Số trẻ em bị xâm hại – Nữ», as the cell is called on the form. */
export function cellName(one: Indicator, parts: FormCell['parts'], catalogue: Catalogue): Sentence {
  const names = Object.entries(parts).map(
    ([by, part]) =>
      catalogue.breakdowns.get(by)?.parts.find(({ code }) => code === part)?.name ?? { vi: part, en: part },
  );
  const join = (language: 'vi' | 'en') => [one.name[language], ...names.map((name) => name[language])].join(' – ');
  return { vi: join('vi'), en: join('en') };
}
