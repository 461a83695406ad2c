import type { Due } from '../extraction.ts';
import type { ItemData, ManuscriptItem } from './manuscript-item.ts';
import { printDays } from './print-task.ts';

/** A year said in words, not as part of a day or of the number of a document. */
const saidYear = /(?<![\d/])20\d\d(?![\d/])/g;

/** The year a plan is for: the last one in its title, else that of its day. */
export function yearOfPlan(title: string, issuedOn: string | null): number | null {
  const said = title.match(saidYear)?.at(-1) ?? issuedOn?.slice(0, 4);
  return said === undefined ? null : Number(said);
}

/** A day so many years later; the 29th of February of a year that has none is the 28th. */
export function moveDay(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const last = new Date(Date.UTC(Number(year) + years, Number(month), 0)).getUTCDate();
  return `${Number(year) + years}-${month}-${String(Math.min(Number(date), last)).padStart(2, '0')}`;
}

/** Years said in words move along; a year that is part of a number of a document («…/2016/QH13») stays. */
export function moveSaidYears(text: string, years: number): string {
  return text.replace(saidYear, (year) => String(Number(year) + years));
}

export function moveDue(due: Due, years: number): Due {
  const from = due.from === null ? null : moveDay(due.from, years);
  const to = due.to === null ? null : moveDay(due.to, years);
  // Words that only say the days are said anew; others keep their wording with the years moved on.
  const text = due.text === printDays(due) ? '' : due.text.replace(/20\d\d/g, (year) => String(Number(year) + years));
  return { from, to, text };
}

/** An item of last year's plan as it would stand in this year's: dates, targets and headings moved on, words left alone. */
export function moveItem(item: ManuscriptItem, years: number): ManuscriptItem {
  if (item.kind === 'cover') return { ...item, data: moveCover(item.data, years) };
  if (item.kind === 'heading') return { ...item, data: { ...item.data, text: moveSaidYears(item.data.text, years) } };
  if (item.kind === 'task') {
    const due = item.data.due === null ? null : moveDue(item.data.due, years);
    return { ...item, data: { ...item.data, due } };
  }
  if (item.kind !== 'target') return item;
  const { year, text } = item.data;
  return {
    ...item,
    data: { ...item.data, year: year === null ? null : year + years, text: moveSaidYears(text, years) },
  };
}

function moveCover(cover: ItemData<'cover'>, years: number): ItemData<'cover'> {
  return { ...cover, title: moveSaidYears(cover.title, years), opening: moveSaidYears(cover.opening, years) };
}
