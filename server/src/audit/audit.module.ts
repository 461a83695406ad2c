import { auditNamed, listAuditEntries } from '@mangnon/domain/access/audit.api.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import { implementRead } from '../platform/action/action.ts';
import type { Module } from '../platform/module.ts';
import { findPersonName, listEntries, nameRecords } from './audit-entries.queries.ts';

/** What the auditor asks of the trail. Looking at it stands in the trail like everything else. */
export const auditModule: Module = {
  name: 'audit',
  refusals: {},
  actions: [
    implementRead(listAuditEntries, {
      async answer({ query }, { database, audit, concerns }) {
        if (query.personId !== undefined) audit({ accountId: query.personId });
        const [kind = '', id] = query.record?.split(/:(.*)/s) ?? [];
        if (id !== undefined) concerns(kind, [id]);
        const page = await listEntries(database, query);
        const person = query.personId === undefined ? null : await findPersonName(database, query.personId);
        const shown = page.entries.flatMap(({ records }) => records.slice(0, auditNamed));
        const names = await nameRecords(database, query.record === undefined ? shown : [...shown, query.record]);
        return accept({ ...page, person, names });
      },
    }),
  ],
};
