import type { NormalisedDocument } from '../../document/normalised-document.ts';
import type { Outline } from '../../structure/outline.ts';
import { lowerText } from '../lower-text.ts';
import { listDates, type PrintedDate } from '../printed-date.ts';

export interface HeadingDate extends PrintedDate {
  /** «Mộc Giang» of «Mộc Giang, ngày 14 tháng 5 năm 2021»; null where no place is printed. */
  readonly place: string | null;
}

/** Place and date of issue from the letterhead, offsets in the document's text; null where none is printed. */
export function readHeadingDate(_doc: NormalisedDocument, outline: Outline): HeadingDate | null {
  for (const { line, zone } of outline.lines) {
    if (zone !== 'head') continue;
    const found = readPlaceAndDate(line.text);
    if (found !== null) return { ...found, start: found.start + line.span.start, end: found.end + line.span.start };
  }
  return null;
}

const placeBefore = /(?:^|[\t\u2028|*_]|\s{2,}|[-/][\p{Lu}\d]{1,14}\s)([^\t\u2028|*_,;:\d]{2,60}),?\s*$/u;

/** Reads «Mộc Giang, ngày 14 tháng 5 năm 2021», also with blanks for day or month, in one line of the letterhead. */
export function readPlaceAndDate(text: string): HeadingDate | null {
  for (const date of listDates(lowerText(text))) {
    const place = placeBefore.exec(text.slice(Math.max(0, date.start - 80), date.start))?.[1]?.trim();
    const isPlace =
      place !== undefined && /^\p{Lu}/u.test(place) && !/\p{Ll}*\s(?:quyết định|nghị quyết|số)\s|^ngày\s/iu.test(place);
    const standsAlone = /(?:^|[\t\u2028|*_])\s*$/.test(text.slice(0, date.start));
    if (isPlace || standsAlone) return { ...date, place: isPlace ? place : null };
  }
  return null;
}
