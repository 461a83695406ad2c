import { taskStatuses, type TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import { entries, moves, waitings } from '@mangnon/domain/tasks/tasks.api.ts';

/** What the list shows; it stands in the address, so that a link keeps it. */
export interface TaskListSearch {
  keHoach?: string;
  viec?: string;
  coQuan?: string;
  diaBan?: string;
  tinhTrang?: TaskStatus;
  tim?: string;
  theo?: 'agency' | 'place' | 'month';
  tuNgay?: string;
  denNgay?: string;
  /** Names no due day. */
  khongHan?: true;
  /** Done or overdue. */
  denHan?: true;
  nhap?: (typeof entries)[number];
  /** Due day moved; or moved, and late by the day first given. */
  doiHan?: (typeof moves)[number];
  /** A head's time in office, or `none`. */
  nguoi?: string;
  cho?: (typeof waitings)[number];
  /** The place whose decision it waits for. */
  noiQuyet?: string;
}

const shortText = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined);
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);

/** Reads it from an address; what is not understood is left out. */
export function readSearch(search: Record<string, unknown>): TaskListSearch {
  const theo = (['agency', 'place', 'month'] as const).find((one) => one === search['theo']);
  const read = {
    keHoach: shortText(search['keHoach']),
    viec: shortText(search['viec']),
    coQuan: shortText(search['coQuan']),
    diaBan: shortText(search['diaBan']),
    tinhTrang: taskStatuses.find((one) => one === search['tinhTrang']),
    tim: shortText(search['tim']),
    theo,
    tuNgay: day(search['tuNgay']),
    denNgay: day(search['denNgay']),
    khongHan: search['khongHan'] === true ? true : undefined,
    denHan: search['denHan'] === true ? true : undefined,
    nhap: entries.find((one) => one === search['nhap']),
    doiHan: moves.find((one) => one === search['doiHan']),
    nguoi: shortText(search['nguoi']),
    cho: waitings.find((one) => one === search['cho']),
    noiQuyet: shortText(search['noiQuyet']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
