import { randomUUID } from 'node:crypto';
import {
  birthYearOf,
  type ChildContact,
  type ChildHealth,
  type ChildIdentity,
} from '@mangnon/domain/children/child-groups.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { asDemoPerson } from '../access/as-demo-person.ts';
import type { DemoSeed } from '../platform/module.ts';
import { insertChild } from './children.queries.ts';
import { addGroup, type Keys } from './sealed-groups.ts';

interface DemoChild {
  /** The demo person who registers the child, in the commune of their post. */
  readonly by: string;
  readonly placeId: string;
  readonly identity: ChildIdentity;
  readonly contact: ChildContact | null;
  readonly health: ChildHealth | null;
}

const provinceId = '99@2025-07-01';
const khe = { by: 'vangdi', placeId: '99010@2025-07-01' } as const;
const lanh = { by: 'nam', placeId: '99016@2025-07-01' } as const;

/** Invented children. Oldest first, as they were registered. */
const children: readonly DemoChild[] = [
  {
    ...khe,
    identity: { name: 'Sầm Thị Mỷ', born: '2014', sex: 'female', personalNumber: null },
    contact: { address: 'Thôn Pác Nặm', carers: 'Bà nội, bà Sầm Thị Pèng; cha mẹ làm ăn xa', phone: '' },
    health: null,
  },
  {
    ...khe,
    identity: { name: 'Lò Văn Tủa', born: '2017-05-19', sex: 'male', personalNumber: null },
    contact: { address: 'Bản Nà Cọ', carers: 'Cha, ông Lò Văn Sùng', phone: '0990 002 117' },
    health: { health: 'Gãy tay trái tháng 9/2026, đã bó bột', disability: '' },
  },
  {
    ...khe,
    identity: { name: 'Vi Thị Hồng Nhung', born: '2012-11-02', sex: 'female', personalNumber: null },
    contact: null,
    health: null,
  },
  {
    ...lanh,
    identity: { name: 'Hà Quốc Đức', born: '2015-03-08', sex: 'male', personalNumber: null },
    contact: { address: 'Bản Lành Thượng', carers: 'Mẹ, chị Hà Thị Ín', phone: '0990 001 633' },
    health: null,
  },
];

/** Children of two communes of the invented province, each registered by the worker of its commune. */
export const seedDemoChildren =
  (keys: Keys) =>
  async (seed: DemoSeed): Promise<void> => {
    for (const child of children) {
      // Each after the one before, as the lists show them. oxlint-disable-next-line no-await-in-loop
      await asDemoPerson(seed, child.by, (accountId) => register(keys, seed, child, accountId));
    }
  };

async function register(keys: Keys, { database, now }: DemoSeed, child: DemoChild, createdBy: string): Promise<void> {
  const id = randomUUID();
  const { placeId, identity } = child;
  const at = { placeId, provinceId, intakeUnit: '' };
  const birthYear = birthYearOf(identity.born);
  await insertChild(database, { id, ...at, birthYear, createdBy }, now);
  demand(await keys.sealerIn(database, now).createKey({ kind: 'child', id }));
  for (const group of ['identity', 'contact', 'health'] as const) {
    const content = child[group];
    // oxlint-disable-next-line no-await-in-loop -- in one transaction one statement follows the other
    if (content !== null) demand(await addGroup(keys, { database, now }, group, { id, ...at }, content));
  }
  demand(await keys.names.replace(database, { childId: id, name: identity.name, birthYear, ...at }));
}

function demand(result: Result<unknown>): void {
  if (!result.ok) throw new Error(`a child of the demo was refused: ${JSON.stringify(result.refusal)}`);
}
