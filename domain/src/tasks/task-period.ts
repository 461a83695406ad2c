import type { Language } from '../kernel/sentence.ts';

const romans = ['I', 'II', 'III', 'IV'] as const;

/** `Quý II/2026`, `6 tháng đầu năm 2026`, `Tháng 3/2026`, `Năm 2026`; empty for what does not repeat. */
export function writePeriodCode(code: string, language: Language): string {
  const [year = '', part = ''] = code.split('-');
  if (code === 'once') return '';
  const vi = language === 'vi';
  if (part === '') return vi ? `Năm ${year}` : `Year ${year}`;
  if (part.startsWith('Q')) {
    const number = romans[Number(part[1]) - 1] ?? part;
    return vi ? `Quý ${number}/${year}` : `Quarter ${number}/${year}`;
  }
  if (part.startsWith('H')) {
    const first = part === 'H1';
    if (vi) return first ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
    return first ? `First half of ${year}` : `Second half of ${year}`;
  }
  return vi ? `Tháng ${Number(part)}/${year}` : `Month ${Number(part)}/${year}`;
}
