import { describe, expect, it } from 'vitest';
import { draftOf, isClear, itemsOf, needsChoice, unitsToGet, type Sentence } from './give-draft.ts';

const unit = (agencyId: string, placeId: string) => ({ agencyId, placeId, name: agencyId, placeName: placeId });
const health = unit('so-y-te', '99');
const commune = (at: number) => unit('ubnd-xa', `9900${at}`);

function sentence(change: Partial<Sentence>): Sentence {
  return {
    planTaskId: 'one',
    position: 1,
    text: 'Mở lớp tập huấn.',
    section: 'IV.1',
    span: null,
    dueText: null,
    schedule: { repeats: 'once', startsOn: '2026-01-01', endsOn: '2026-12-31' },
    lead: [{ printed: 'Sở Y tế', agencyId: 'so-y-te', answer: 'units', why: null, units: [health] }],
    coordinating: [],
    given: [],
    ...change,
  };
}
const untouched = (one: Sentence) => draftOf({}, one);

describe('what of a sentence is given', () => {
  it('goes to the units named, each once, without those that have it', () => {
    const one = sentence({
      lead: [
        { printed: 'UBND các xã', agencyId: 'ubnd-xa', answer: 'units', why: null, units: [commune(1), commune(2)] },
        { printed: 'UBND xã', agencyId: 'ubnd-xa', answer: 'units', why: null, units: [commune(2), commune(3)] },
      ],
      given: [{ taskId: 'task', unit: commune(1), cancelled: false }],
    });
    expect(unitsToGet(one, untouched(one))).toEqual([commune(2), commune(3)]);
  });

  it('waits for a person where the register does not tell who is meant, or the plan names nobody', () => {
    const unknown = sentence({
      lead: [{ printed: 'Hội', agencyId: null, answer: 'choose', why: 'unknown', units: [] }],
    });
    const nobody = sentence({ lead: [] });
    expect([unknown, nobody].map((one) => needsChoice(one, untouched(one)))).toEqual([true, true]);
    expect(isClear(unknown, { ...untouched(unknown), added: [health] })).toBe(true);
  });

  it('is sent for ticked sentences alone; too many coordinating units are left to the words of the plan', () => {
    const many = Array.from({ length: 101 }, (_, at) => commune(at));
    const one = sentence({
      coordinating: [{ printed: 'các xã', agencyId: 'ubnd-xa', answer: 'units', why: null, units: many }],
    });
    const other = sentence({ planTaskId: 'other' });
    const drafts = { one: { ...untouched(one), ticked: true } };
    expect(itemsOf([other, one], drafts)).toEqual([
      {
        planTaskId: 'one',
        units: [{ agencyId: 'so-y-te', placeId: '99' }],
        coordinating: [],
        schedule: one.schedule,
        product: null,
        words: null,
      },
    ]);
  });
});
