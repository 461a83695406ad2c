import type { Sentence } from '../kernel/sentence.ts';

/** Chức năng: what an agency is there for, as far as this system asks for it. */
export const duties = [
  'children',
  'social_assistance',
  'social_evils',
  'labour',
  'poverty',
  'vocational_training',
  'drug_rehabilitation',
  'gender_equality',
] as const;
export type Duty = (typeof duties)[number];

export const dutyWords: Readonly<Record<Duty, Sentence>> = {
  children: { vi: 'Trẻ em', en: 'Children' },
  social_assistance: { vi: 'Bảo trợ xã hội', en: 'Social assistance' },
  social_evils: { vi: 'Phòng, chống tệ nạn xã hội', en: 'Prevention of social evils' },
  labour: { vi: 'Lao động, việc làm, người có công', en: 'Labour, employment, people of merit' },
  poverty: { vi: 'Giảm nghèo', en: 'Poverty reduction' },
  vocational_training: { vi: 'Giáo dục nghề nghiệp', en: 'Vocational education' },
  drug_rehabilitation: { vi: 'Cai nghiện và quản lý sau cai', en: 'Drug rehabilitation and aftercare' },
  gender_equality: { vi: 'Bình đẳng giới', en: 'Gender equality' },
};
