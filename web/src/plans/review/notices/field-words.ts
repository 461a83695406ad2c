import { formatDay, formatNumber } from '../../../platform/format.ts';
import { useLanguage, useText } from '../../../platform/language.tsx';
import type { MessageKey } from '../../../platform/messages.ts';
import type { Json } from '../state/review-state.ts';

const names: Readonly<Record<string, MessageKey>> = {
  text: 'review.field.text',
  lead: 'review.field.lead',
  coordinating: 'review.field.coordinating',
  due: 'review.field.due',
  section: 'review.field.section',
  comparator: 'review.field.comparator',
  value: 'review.field.value',
  valueTo: 'review.field.valueTo',
  unit: 'review.field.unit',
  year: 'review.field.year',
  owner: 'review.field.owner',
  period: 'review.field.period',
  from: 'review.field.from',
  to: 'review.field.to',
  via: 'review.field.via',
  kind: 'review.field.kind',
  number: 'review.field.number',
  issuedOn: 'review.field.issuedOn',
  issuer: 'review.field.issuer',
  place: 'review.field.place',
  title: 'review.field.title',
  signatoryName: 'review.field.signatoryName',
  signatoryCapacity: 'review.field.signatoryCapacity',
  settled: 'review.field.settled',
};

/** The name of a field of a fact, as it stands over its box. */
export function useFieldName(): (field: string) => string {
  const t = useText();
  return (field) => t(names[field] ?? 'review.field.text');
}

/** A field's value in words, whatever its form. */
export function useShownValue(): (value: Json) => string {
  const t = useText();
  const { language } = useLanguage();
  return function show(value): string {
    if (value === null || value === '') return t('review.missing');
    if (typeof value === 'number') return formatNumber(value, language);
    if (typeof value === 'string') return /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? formatDay(value) : value;
    if (typeof value === 'boolean') return String(value);
    if (Array.isArray(value)) return value.length === 0 ? t('review.missing') : value.map(show).join('; ');
    if ('day' in value && 'month' in value) return `${show(value['day'] ?? null)}/${show(value['month'] ?? null)}`;
    const days = [value['from'], value['to']].map((day) => (typeof day === 'string' ? formatDay(day) : '…'));
    const words = typeof value['text'] === 'string' ? value['text'] : '';
    return [words, days.join(' – ')].filter(Boolean).join(' · ');
  };
}
