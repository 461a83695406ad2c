import { z } from 'zod';

/**
 * What an answer says of a group of columns. Never an empty text in the place of something that is there: `none` may be
 * seen and was never written, `withheld` is not for this person, `destroyed` cannot be read by anybody any more.
 */
export function shownGroup<Content extends z.ZodType>(content: Content) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('shown'), writtenAt: z.iso.datetime(), content }),
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('withheld') }),
    z.object({ state: z.literal('destroyed') }),
  ]);
}

export type ShownGroup<Content> =
  | { readonly state: 'shown'; readonly writtenAt: string; readonly content: Content }
  | { readonly state: 'none' }
  | { readonly state: 'withheld' }
  | { readonly state: 'destroyed' };

/** The name alone, as lists and cases tell it. */
export const shownName = z.discriminatedUnion('state', [
  z.object({ state: z.literal('shown'), text: z.string() }),
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('withheld') }),
  z.object({ state: z.literal('destroyed') }),
]);
export type ShownName = z.infer<typeof shownName>;

/**
 * With a change goes the `writtenAt` of what the person had before them: where somebody else has written since, the
 * change is refused and nothing is lost.
 */
export const seen = z.iso.datetime();

/** A text of an officer: kept as typed, without blanks around it. */
export const words = (most: number) => z.string().trim().max(most);
export const someWords = (most: number) => z.string().trim().min(1).max(most);

/** Where a page of a list goes on: the instant of its last row, and its id. */
export const cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z~[0-9a-f-]{36}$/);

export const pageSize = 20;

/** An administrative unit with the name it bears today. */
export const namedPlace = z.object({ id: z.string(), name: z.string() });

/** `code@day`, as in places/place.ts; anything else is told apart before the database is asked. */
export const placeKey = z.string().regex(/^\d{1,5}@(\d{4}-\d{2}-\d{2})?$/);

/** `agency|place`: a unit of an agency, such as the police of a commune; `agency|` where it is one for the country. */
export const unitKey = z.string().regex(/^[a-z0-9_.]{1,150}\|(\d{1,5}@(\d{4}-\d{2}-\d{2})?)?$/);
