import { placeId } from '@mangnon/domain/places/place.ts';
import type { PlaceChange } from '@mangnon/domain/places/place-change.ts';
import { changeDecision, type ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import type { PlaceBrief, PlaceLink, PlacePage } from '@mangnon/domain/places/places.api.ts';
import { formatDay } from '../../platform/format.ts';
import { readDayText } from '../../platform/day-text.ts';

export const actKinds = ['rename', 'end', 'join'] as const;
/** `rename`: another type or name; `end`: its time is over; `join`: what became of it, said anew. */
export type ActKind = (typeof actKinds)[number];

/** One unit that takes the ground over, as typed. */
export interface SuccessorText {
  readonly key: number;
  /** A unit that stands, or one that this act founds. */
  readonly founded: boolean;
  readonly place: Pick<PlaceBrief, 'id' | 'fullName' | 'above'> | null;
  readonly code: string;
  readonly type: string;
  readonly name: string;
  readonly kind: 'whole' | 'part' | 'unknown';
  /** In per cent, as people write it: `33,3`. */
  readonly share: string;
}

/** The form as typed. */
export interface ActText {
  readonly kind: ActKind;
  readonly from: string;
  readonly type: string;
  readonly name: string;
  readonly successors: readonly SuccessorText[];
  readonly trust: PlaceLink['trust'];
  readonly number: string;
  readonly day: string;
  readonly issuer: string;
  readonly title: string;
  readonly link: string;
}

/** Where a problem is shown: `from`, `number`, `shares`, `to:<key>`, `share:<key>`, …; null above the form. */
export type ActField = string;

export function newSuccessor(key: number, page: PlacePage): SuccessorText {
  const { type } = page.place;
  return { key, founded: false, place: null, code: '', type, name: '', kind: 'whole', share: '' };
}

/** The form as it begins: for an ended unit with what is known of what became of it. */
export function startAct(page: PlacePage): ActText {
  const { place, successors } = page;
  const { validTo } = place;
  return {
    kind: validTo === null ? 'rename' : 'join',
    from: validTo === null ? '' : formatDay(addDays(validTo, 1)),
    type: place.type,
    name: place.name,
    successors: successors.map((link, at) => ({
      ...newSuccessor(at, page),
      place: link.place,
      kind: link.kind,
      share: link.weight === null ? '' : writeShare(link.weight),
    })),
    trust: successors[0]?.trust ?? 'verified',
    number: '',
    day: '',
    issuer: '',
    title: '',
    link: '',
  };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function writeShare(weight: number): string {
  return String(Math.round(weight * 100_000) / 1000).replace('.', ',');
}

/** `70` or `33,3` per cent as a share between 0 and 1; null where it is none. */
export function readShare(text: string): number | null {
  if (!/^\s*\d{1,3}([.,]\d{1,4})?\s*%?\s*$/.test(text)) return null;
  const share = Number(text.replace('%', '').trim().replace(',', '.')) / 100;
  return share > 0 && share <= 1 ? Number(share.toFixed(5)) : null;
}

/** What the shares typed so far add up to, in per cent; null while none can be read. */
export function addShares(successors: readonly SuccessorText[]): number | null {
  const shares = successors.flatMap(({ kind, share }) => (kind === 'part' ? (readShare(share) ?? []) : []));
  return shares.length === 0 ? null : Number((shares.reduce((sum, share) => sum + share, 0) * 100).toFixed(3));
}

export type ActGap =
  'day.missing' | 'place.edit.missing' | 'place.edit.share.wrong' | 'decision.link.wrong' | 'decision.text.wrong';

/** What must be filled in before anything can be asked, by field: a key of the messages. */
export function findGaps(act: ActText): Map<ActField, ActGap> {
  const gaps = new Map<ActField, ActGap>();
  if (readDayText(act.from) === null) gaps.set('from', 'day.missing');
  if (readDayText(act.day) === null) gaps.set('day', 'day.missing');
  if (act.number.trim().length < 3) gaps.set('number', 'place.edit.missing');
  const decision = changeDecision.safeParse(decisionOf(act));
  for (const { path } of decision.error?.issues ?? []) {
    const field = String(path[0]);
    if (field === 'link') gaps.set(field, 'decision.link.wrong');
    else if (field !== 'day' && !gaps.has(field)) gaps.set(field, 'decision.text.wrong');
  }
  if (act.kind === 'rename') {
    for (const field of ['type', 'name'] as const) if (act[field].trim() === '') gaps.set(field, 'place.edit.missing');
    return gaps;
  }
  for (const { key, founded, place, code, type, name, kind, share } of act.successors) {
    if (!founded && place === null) gaps.set(`to:${key}`, 'place.edit.missing');
    if (founded && !/^\d{2,5}$/.test(code.trim())) gaps.set(`code:${key}`, 'place.edit.missing');
    if (founded && type.trim() === '') gaps.set(`type:${key}`, 'place.edit.missing');
    if (founded && name.trim() === '') gaps.set(`name:${key}`, 'place.edit.missing');
    if (kind === 'part' && share.trim() !== '' && readShare(share) === null) {
      gaps.set(`share:${key}`, 'place.edit.share.wrong');
    }
  }
  return gaps;
}

function idOf(successor: SuccessorText, from: string): string {
  return successor.founded ? placeId(successor.code.trim(), from) : (successor.place?.id ?? '');
}

/** The act as the server takes it; for a form without gaps. */
export function buildChanges(page: PlacePage, act: ActText): PlaceChange[] {
  const { place } = page;
  const from = readDayText(act.from) ?? '';
  if (act.kind === 'rename') {
    return [{ change: 'rename_unit', placeId: place.id, from, type: act.type.trim(), name: act.name.trim() }];
  }
  const { level } = place;
  const founded = act.successors
    .filter((one) => one.founded)
    .map(({ code, type, name }): PlaceChange => ({
      change: 'add_unit',
      code: code.trim(),
      level,
      type: type.trim(),
      name: name.trim(),
      parentId: page.parent?.id ?? null,
      validFrom: from,
    }));
  const steps = act.successors.map((one): PlaceChange => ({
    change: 'put_succession',
    fromId: place.id,
    toId: idOf(one, from),
    on: from,
    kind: one.kind,
    weight: one.kind === 'part' ? readShare(one.share) : null,
    trust: act.trust,
  }));
  const kept = new Set(act.successors.map((one) => idOf(one, from)));
  const gone = page.successors
    .filter((link) => !kept.has(link.place.id))
    .map((link): PlaceChange => ({ change: 'remove_succession', fromId: place.id, toId: link.place.id }));
  const ended: PlaceChange[] =
    act.kind === 'end' ? [{ change: 'end_unit', placeId: place.id, validTo: addDays(from, -1) }] : [];
  return [...ended, ...founded, ...steps, ...gone];
}

export function decisionOf({ number, day, issuer, title, link }: ActText): ChangeDecision {
  const known = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    number: number.trim(),
    day: readDayText(day) ?? '',
    issuer: known(issuer),
    title: known(title),
    link: known(link),
  };
}

const ofShares = new Set(['places.weights_not_one', 'places.weight_missing', 'places.whole_and_more']);
const ofDay = new Set(['places.change_outside', 'places.ends_before_begin', 'places.ended_already']);
const ofName = new Set(['places.name_missing', 'places.formula_sign']);

/** The field a problem stands beside; null where it concerns none of them. */
export function findField(
  page: PlacePage,
  act: ActText,
  problem: { readonly code: string; readonly where: string | null },
): ActField | null {
  const { code, where } = problem;
  const from = readDayText(act.from) ?? '';
  for (const one of act.kind === 'rename' ? [] : act.successors) {
    const id = idOf(one, from);
    if (where === `${page.place.id} > ${id}`) {
      if (ofShares.has(code)) return 'shares';
      if (code === 'places.succession_time') return 'from';
      return code === 'places.weight_without_part' ? `share:${one.key}` : `to:${one.key}`;
    }
    if (where === id) {
      if (!one.founded) return `to:${one.key}`;
      return ofName.has(code) ? `name:${one.key}` : `code:${one.key}`;
    }
  }
  if (where !== page.place.id) return null;
  if (ofShares.has(code)) return 'shares';
  if (ofDay.has(code)) return 'from';
  return ofName.has(code) && act.kind === 'rename' ? 'name' : null;
}
