import { z } from 'zod';
import type { Task } from '../platform/module.ts';
import { insertGlassEnd, hasGlassEnd } from './end-glass.queries.ts';

const payload = z.object({ glassId: z.uuid(), caseId: z.uuid(), accountId: z.uuid(), requestId: z.uuid() });

/**
 * Writes into the trail of the case that the hour of broken glass is over: what was opened in need has a beginning and
 * an end there (HL7 AuditEvent, Emergency Override). The access itself ends with the clock of the database, without this.
 */
export const endGlass: Task = async (given, { database }) => {
  const glass = payload.parse(given);
  await database.transaction().execute(async (transaction) => {
    // Done again after a kill, it writes nothing twice.
    if (!(await hasGlassEnd(transaction, glass.glassId))) await insertGlassEnd(transaction, glass, new Date());
  });
};
