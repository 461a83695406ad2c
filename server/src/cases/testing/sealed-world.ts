import { sql, type Transaction } from 'kysely';
import { groupTables, type GroupName } from '../../children/groups.queries.ts';
import { cellOf } from '../../children/sealed-groups.ts';
import { openDatabase } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { openLog } from '../../platform/http/logging.ts';
import { findKeyHolder } from '../../platform/keys/find-key-holder.ts';
import { openKeyService, type KeyService } from '../../platform/keys/key-service.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { testKeys } from '../../testing/test-keys.ts';
import { sealWords } from '../glass-words.ts';
import type { AccessWorld, WorldRecord } from './access-world.ts';

/** What stands in every full record of the world, as the server itself would have sealed it. */
export const worldContents = {
  identity: { name: 'Lường Thị Mận', born: '2015-03-02', sex: 'female', personalNumber: null },
  contact: { address: 'Bản Nà Tòng', carers: 'Bà ngoại', phone: '' },
  health: { health: 'Hen suyễn', disability: '' },
  reporter: { name: 'Hoàng Văn Tín', contact: '', relation: 'Hàng xóm' },
  offender: { name: 'Bế Văn Khánh', relation: 'Người quen', known: '' },
  narrative: { text: 'Em kể lại với cô giáo.' },
} as const satisfies Record<GroupName, object>;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

/** Gives every child and case of the world a key, and seals the full ones; children are found by their names from here. */
export async function sealWorld(url: string, world: AccessWorld): Promise<void> {
  const database = openDatabase({ url, namedStatements: true, connections: 2 });
  const now = () => new Date();
  const holder = await findKeyHolder(database, testKeys);
  const keys = await openKeyService({ database, holder, log: openLog('silent'), now });
  await database.transaction().execute(async (transaction) => {
    await sql`set local role none`.execute(transaction);
    for (const record of Object.values(world.bare)) await makeKeys(keys, transaction, record);
    for (const record of Object.values(world.full)) {
      const keyOf = await makeKeys(keys, transaction, record);
      for (const [group, content] of Object.entries(worldContents) as [GroupName, object][]) {
        const { table, key, column, subject } = groupTables[group];
        const id = subject === 'child' ? record.childId : record.caseId;
        const sealer = keys.sealerIn(transaction, now());
        const sealed = valueOf(await sealer.seal(keyOf[subject], cellOf(group, id), JSON.stringify(content)));
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed} where ${sql.ref(key)} = ${id}`.execute(
          transaction,
        );
      }
      await sealGlass(keys, transaction, record.caseId);
      const { name } = worldContents.identity;
      valueOf(await keys.names.replace(transaction, { ...record, name, birthYear: 2015 }));
    }
  });
  await keys.stop();
  await database.destroy();
}

/** The words of whatever glass of this case is broken in the world. */
async function sealGlass(keys: KeyService, transaction: Transaction<DB>, caseId: string): Promise<void> {
  const broken = await transaction.selectFrom('broken_glass').select('id').where('case_id', '=', caseId).execute();
  for (const { id } of broken) {
    const within = { database: transaction, now: new Date() };
    const sealed = valueOf(await sealWords(keys, within, 'words_sealed', { id, caseId }, 'em bé đang gặp nguy hiểm'));
    await transaction.updateTable('broken_glass').set({ words_sealed: sealed }).where('id', '=', id).execute();
  }
}

async function makeKeys(
  keys: KeyService,
  transaction: Transaction<DB>,
  { childId, caseId }: WorldRecord,
): Promise<Record<'child' | 'case', string>> {
  const sealer = keys.sealerIn(transaction, new Date());
  return {
    child: valueOf(await sealer.createKey({ kind: 'child', id: childId })),
    case: valueOf(await sealer.createKey({ kind: 'case', id: caseId })),
  };
}
