import { noReport, type Value } from '@mangnon/domain/indicators/value.ts';
import { notApplicableWords, stateWords, zeroWords } from '@mangnon/domain/indicators/value-words.ts';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import { formatNumber } from '../../platform/format.ts';

/** A value in words, with its reason: «12», «0 – Đã rà soát, không có trường hợp nào», «Chưa báo cáo». */
export function tellValue(value: Value = noReport, language: Language = 'vi'): string {
  if (value.state === 'number') return formatNumber(value.amount, language);
  if (value.state === 'zero') return `0 – ${value.words ?? zeroWords[value.reason][language]}`;
  if (value.state === 'not_applicable') {
    return `${stateWords.not_applicable[language]} – ${value.words ?? notApplicableWords[value.reason][language]}`;
  }
  return stateWords[value.state][language];
}
