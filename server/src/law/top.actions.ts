import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { exportTop, seeTop, seeTopTasks, type Top } from '@mangnon/domain/law/top.api.ts';
import { countDuty } from '@mangnon/domain/law/top-counts.ts';
import { writeTopSheets } from '@mangnon/domain/law/top-sheet.ts';
import { implementRead, type Input, type TransactionContext } from '../platform/action/action.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { findDocument } from './documents.queries.ts';
import { findPlaceName } from './place-names.queries.ts';
import { listTopDuties, listTopPlaces, listTopTasks } from './top.queries.ts';

type Asked = Pick<Input<typeof seeTop>, 'params' | 'query'>;

async function look({ params, query }: Asked, context: TransactionContext): Promise<Result<Top>> {
  const { database, now } = context;
  const on = query.on ?? vietnamDay(now);
  const { level, within: withinId = null } = query;
  const higher = await findDocument(database, params.higherId);
  if (higher === undefined) return refuse('law.higher_not_found');
  const within = withinId === null ? null : await findPlaceName(database, withinId);
  if (within === undefined) return refuse('law.place_not_found', { where: 'query.within' });
  const duties = await listTopDuties(database, higher.id);
  const ids = duties.map(({ id }) => id);
  const rows = await listTopPlaces(database, { documentId: higher.id, level, within: withinId, on }, ids);
  const places = rows.map((row) => ({ ...row, done: ids.map((_, at) => row.done?.[String(at + 1)] ?? 0) }));
  return accept({
    on,
    higher,
    level,
    within,
    of: places.reduce((total, place) => total + place.of, 0),
    duties: duties.map((duty, at) => ({ ...duty, counts: countDuty(at, places) })),
    places,
  });
}

export const see = implementRead(seeTop, { answer: look });

export const exportList = implementRead(exportTop, {
  answer: async (input, context) => {
    const seen = await look(input, context);
    if (!seen.ok) return seen;
    const bytes = await writeWorkbook(writeTopSheets(seen.value));
    const rows = seen.value.places.length;
    context.audit({ rows });
    const number = (seen.value.higher.number ?? 'van-ban').replace(/[^0-9A-Za-zĐđ]+/g, '-');
    return accept({
      fileName: `nhin-tu-tren-${number}-${seen.value.on}.xlsx`,
      rows,
      base64: Buffer.from(bytes).toString('base64'),
    });
  },
});

export const tasks = implementRead(seeTopTasks, {
  answer: async ({ query: { dutyId, placeId, level } }, { database }) => {
    const place = await findPlaceName(database, placeId);
    if (place === undefined) return refuse('law.place_not_found', { where: 'query.placeId' });
    const below = level === 'commune' && place.level === 'province';
    return accept(await listTopTasks(database, { dutyId, placeId, below }));
  },
});
