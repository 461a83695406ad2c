/** Each duty to report stands in exactly one of these on a day. In the order in which they are shown. */
export const dutyStates = ['missing', 'not_yet_due', 'sent_late', 'sent_on_time'] as const;
export type DutyState = (typeof dutyStates)[number];

/**
 * How a duty stands on a day, from days (ISO) alone: late is what was sent after the due day, whenever it was typed. The
 * due day itself is in time.
 */
export function stateOfDuty(dueOn: string, sentOn: string | null, today: string): DutyState {
  if (sentOn !== null) return sentOn <= dueOn ? 'sent_on_time' : 'sent_late';
  return today <= dueOn ? 'not_yet_due' : 'missing';
}

export type DutyCounts = Readonly<Record<DutyState, number>>;

/** Counts by state; the parts add up to the number of duties given. */
export function countDuties(states: Iterable<DutyState>): DutyCounts {
  const counts = { missing: 0, not_yet_due: 0, sent_late: 0, sent_on_time: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}

/** What a regime still lacks to run: it stands as «cần bổ sung», and is never guessed. */
export const regimeLacks = ['due', 'senders', 'sender_unknown', 'receiver', 'place'] as const;
export type RegimeLack = (typeof regimeLacks)[number];

interface Known {
  readonly due: object | null;
  readonly senders: readonly { readonly known: boolean }[];
  readonly receiver: string | null;
  readonly placeId: string | null;
}

/** What has to be told before every duty of a regime can be counted, in the order of the screen. */
export function listLacks({ due, senders, receiver, placeId }: Known): RegimeLack[] {
  const lacking: Readonly<Record<RegimeLack, boolean>> = {
    due: due === null,
    senders: senders.length === 0,
    sender_unknown: senders.some(({ known }) => !known),
    receiver: receiver === null,
    place: placeId === null,
  };
  return regimeLacks.filter((lack) => lacking[lack]);
}
