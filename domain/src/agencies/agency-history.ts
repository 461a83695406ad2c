import type { HistoryField } from '../kernel/history.ts';
import { trustWords } from '../places/places-sheet.ts';
import type { Agency, AgencyDuty, AgencyLevel, AgencySuccession, DutyTransfer } from './agency.ts';
import { dutyWords } from './duty.ts';

export const agencyRecordKinds = ['agency', 'duty', 'succession', 'transfer'] as const;
export type AgencyRecordKind = (typeof agencyRecordKinds)[number];

/** What one change of the register found and left. */
export type KeptAgencyChange =
  | { readonly kind: 'agency'; readonly before: Agency | null; readonly after: Agency | null }
  | { readonly kind: 'duty'; readonly before: AgencyDuty | null; readonly after: AgencyDuty | null }
  | { readonly kind: 'succession'; readonly before: AgencySuccession | null; readonly after: AgencySuccession | null }
  | { readonly kind: 'transfer'; readonly before: DutyTransfer | null; readonly after: DutyTransfer | null };

/** The names behind ids: of agencies and of places. */
export interface NamesOf {
  readonly agency: (id: string) => string;
  readonly place: (id: string) => string;
}

export const agencyLevelWords: Readonly<Record<AgencyLevel, string>> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  regional: 'Khu vực',
  commune: 'Cấp xã',
};

type Told = readonly (readonly [column: string, text: string | null])[];

const day = (iso: string | null) => iso?.split('-').toReversed().join('/') ?? null;

const ofAgency = (agency: Agency, names: NamesOf): Told => [
  ['Tên', agency.name],
  ['Tên khác', agency.aliases.toSorted().join('; ')],
  ['Cấp', agencyLevelWords[agency.level]],
  ['Địa bàn', agency.placeId === null ? null : names.place(agency.placeId)],
  ['Nhiều nơi trong một địa bàn', agency.several ? 'Có' : null],
  ['Từ ngày', day(agency.validFrom)],
  ['Đến ngày', day(agency.validTo)],
  ['Ghi chú', agency.note],
  ['Nguồn', agency.sourceUrl],
];
const ofSource = ({ basis, article, trust }: Pick<AgencyDuty, 'basis' | 'article' | 'trust'>): Told => [
  ['Căn cứ', basis],
  ['Điều, khoản', article],
  ['Độ tin cậy', trustWords[trust]],
];
const ofDuty = (duty: AgencyDuty): Told => [
  ['Chức năng', dutyWords[duty.duty].vi],
  ['Phần việc', duty.part === 'authority' ? 'Chịu trách nhiệm' : 'Làm việc hằng ngày'],
  ['Từ ngày', day(duty.validFrom)],
  ['Đến ngày', day(duty.validTo)],
  ...ofSource(duty),
  ['Ghi chú', duty.note],
];
const ofSuccession = (step: AgencySuccession, names: NamesOf): Told => [
  ['Từ cơ quan', names.agency(step.fromId)],
  ['Sang cơ quan', names.agency(step.toId)],
  ['Ngày', day(step.on)],
  ['Cách', step.kind === 'whole' ? 'Toàn bộ' : 'Một phần'],
  ['Độ tin cậy', trustWords[step.trust]],
];
const ofTransfer = (transfer: DutyTransfer, names: NamesOf): Told => [
  ['Việc được chuyển', transfer.words],
  ['Từ cơ quan', names.agency(transfer.fromId)],
  ['Sang cơ quan', names.agency(transfer.toId)],
  ['Ngày', day(transfer.on)],
  ['Chức năng', transfer.duties.map((one) => dutyWords[one].vi).join('; ')],
  ...ofSource(transfer),
];

/** What differs, field by field; of what was withdrawn, what stood there. */
export function tellAgencyFields(change: KeptAgencyChange, names: NamesOf): HistoryField[] {
  const tell = (item: KeptAgencyChange['before']): Told => {
    if (item === null) return [];
    if (change.kind === 'agency') return ofAgency(item as Agency, names);
    if (change.kind === 'duty') return ofDuty(item as AgencyDuty);
    if (change.kind === 'succession') return ofSuccession(item as AgencySuccession, names);
    return ofTransfer(item as DutyTransfer, names);
  };
  const before = new Map(tell(change.before));
  const after = new Map(tell(change.after));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((column) => ({ column, before: before.get(column) ?? '', after: after.get(column) ?? '' }))
    .filter((field) => field.before !== field.after);
}
