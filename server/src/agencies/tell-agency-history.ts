import type { getAgencyHistory } from '@mangnon/domain/agencies/agencies.api.ts';
import { tellAgencyFields, type NamesOf } from '@mangnon/domain/agencies/agency-history.ts';
import type { z } from 'zod';
import type { AgencyChangeRow } from './agency-history.queries.ts';

type Entry = z.input<(typeof getAgencyHistory)['response']>['entries'][number];

/** A kept change of the register, in words. */
export function tellAgencyChange(row: AgencyChangeRow, agencyId: string, names: NamesOf): Entry {
  const { kind, before, after, at, by, title, decision } = row;
  const fields = tellAgencyFields(row, names);
  const onlyEnds = fields.length > 0 && fields.every((field) => field.column === 'Đến ngày' && field.after !== '');
  const changed = onlyEnds ? 'ended' : 'changed';
  return {
    kind,
    what: before === null ? 'added' : after === null ? 'withdrawn' : changed,
    at: at.toISOString(),
    by: by === null ? null : { name: by, title: title ?? '' },
    fields,
    received: row.agencyId !== agencyId,
    decision,
  };
}
