import { randomUUID } from 'node:crypto';
import type { CaseNarrative, CaseOffender, CaseReporter } from '@mangnon/domain/cases/case-groups.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { asDemoPerson } from '../access/as-demo-person.ts';
import { findChild } from '../children/children.queries.ts';
import { addGroup, type Keys } from '../children/sealed-groups.ts';
import type { DemoSeed } from '../platform/module.ts';
import { insertCase } from './cases.queries.ts';

interface DemoCase {
  /** The demo person who opens the case, in the commune of their post. */
  readonly by: string;
  readonly name: string;
  readonly born: { readonly from: number; readonly to: number };
  readonly hoursAgo: number;
  readonly narrative: CaseNarrative;
  readonly offender: CaseOffender | null;
  readonly reporter: CaseReporter | null;
}

/** Invented: no person, no place and no event here is real. */
const cases: readonly DemoCase[] = [
  {
    by: 'vangdi',
    name: 'Lò Văn Tủa',
    born: { from: 2017, to: 2017 },
    hoursAgo: 5,
    narrative: {
      text: 'Cô giáo chủ nhiệm thấy em đến lớp với tay bó bột và vết bầm ở vai. Em nói bị ngã, sau nói bị bố đánh khi làm mất trâu.',
    },
    offender: { name: 'Lò Văn Sùng', relation: 'Cha', known: 'Hay uống rượu, đã được thôn nhắc nhở.' },
    reporter: { name: 'Mùa Thị Say', contact: '0990 003 020', relation: 'Giáo viên chủ nhiệm' },
  },
  {
    by: 'nam',
    name: 'Hà Quốc Đức',
    born: { from: 2015, to: 2015 },
    hoursAgo: 50,
    narrative: {
      text: 'Em nghỉ học ba tuần để theo người quen đi làm ở lò gạch. Mẹ không biết em ở đâu vào ban ngày.',
    },
    offender: null,
    reporter: null,
  },
];

/** Cases of children of the demo, each opened by the worker of the commune. */
export const seedDemoCases =
  (keys: Keys) =>
  async (seed: DemoSeed): Promise<void> => {
    for (const one of cases) {
      // Each after the one before, as the lists show them. oxlint-disable-next-line no-await-in-loop
      await asDemoPerson(seed, one.by, (accountId) => open(keys, seed, one, accountId));
    }
  };

async function open(keys: Keys, { database, now }: DemoSeed, one: DemoCase, openedBy: string): Promise<void> {
  const [childId] = demand(await keys.names.find(database, one.name, one.born, 1));
  const child = await findChild(database, childId ?? '', openedBy);
  if (child === undefined) throw new Error(`the demo has no child ${one.name}`);
  const { placeId, provinceId, intakeUnit } = child;
  const id = randomUUID();
  const at = { id, placeId, provinceId, intakeUnit };
  const receivedAt = new Date(now.getTime() - one.hoursAgo * 3_600_000);
  await insertCase(database, { ...at, childId: child.id, receivedAt, openedBy }, now);
  demand(await keys.sealerIn(database, now).createKey({ kind: 'case', id }));
  for (const group of ['narrative', 'offender', 'reporter'] as const) {
    const content = one[group];
    // oxlint-disable-next-line no-await-in-loop -- in one transaction one statement follows the other
    if (content !== null) demand(await addGroup(keys, { database, now }, group, at, content));
  }
}

function demand<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a case of the demo was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
