import type { Plan } from '../plans.api.ts';
import { itemStep } from './item-order.ts';
import type { ItemData, ManuscriptItem } from './manuscript-item.ts';

type Read = Pick<Plan, 'heading' | 'recipients' | 'sections' | 'tasks' | 'targets' | 'reporting' | 'legalBases'>;

/**
 * A plan that was read, as items: its headings, tasks, targets and reports in the order of their passages. Running text
 * between them is left out, because the reader knows not what it belongs to. Each item bears the id of its row.
 */
export function itemsOfPlan(plan: Read, makeId: () => string): ManuscriptItem[] {
  const placed: { at: number; kind: ManuscriptItem['kind']; id: string; data: unknown }[] = [
    ...plan.sections
      .filter(({ label, depth }) => label !== '' && depth <= 3)
      .map(({ title, depth, span }) => ({
        at: span.start,
        kind: 'heading' as const,
        id: makeId(),
        data: { text: title, level: depth },
      })),
    ...plan.tasks.map(({ id, text, lead, coordinating, due, span }) => ({
      at: span?.start ?? Number.MAX_SAFE_INTEGER,
      kind: 'task' as const,
      id,
      data: { ...emptyTask, text, lead: lead.map(printed), coordinating: coordinating.map(printed), due },
    })),
    ...plan.targets.map(({ id, span, ...data }) => ({ at: span?.start ?? 0, kind: 'target' as const, id, data })),
    ...plan.reporting.map(({ id, span, ...data }) => ({
      at: span?.start ?? Number.MAX_SAFE_INTEGER,
      kind: 'reporting' as const,
      id,
      data,
    })),
  ];
  const body = placed.toSorted((one, other) => one.at - other.at);
  const bases = plan.legalBases.map(({ id, kind, number, issuedOn, issuer }) => ({
    kind: 'basis' as const,
    id,
    data: { kind, number, issuedOn, issuer, about: '' },
  }));
  const cover = { kind: 'cover' as const, id: makeId(), data: coverOfPlan(plan) };
  return [cover, ...bases, ...body].map(({ kind, id, data }, at) => {
    return { kind, id, data, position: (at + 1) * itemStep, version: 1, origin: null } as ManuscriptItem;
  });
}

export const emptyTask: Omit<ItemData<'task'>, 'text'> = {
  lead: [],
  coordinating: [],
  due: null,
  repeats: null,
  product: '',
  carriesOut: null,
  continues: null,
};

function printed(agency: { readonly printed: string }): string {
  return agency.printed;
}

function coverOfPlan({ heading, recipients }: Read): ItemData<'cover'> {
  const lines = (heading.signatoryCapacity ?? '').split(' / ');
  const behalf = lines.find((line) => line.startsWith('TM.'));
  const marked = /^(KT|TL|TUQ)\.\s*(.+)$/u.exec(lines.find((line) => /^(?:KT|TL|TUQ)\./.test(line)) ?? '');
  return {
    kind: heading.kind === '' ? 'KẾ HOẠCH' : heading.kind,
    title: heading.title,
    parentBody: null,
    issuer: heading.issuer ?? '',
    symbol: heading.number?.split('/').slice(1).join('/') ?? '',
    place: heading.place ?? '',
    opening: '',
    onBehalfOf: behalf === undefined ? null : behalf.replace(/^TM\.\s*/u, ''),
    mark: (marked?.[1] ?? null) as ItemData<'cover'>['mark'],
    markTitle: marked?.[2] ?? null,
    signerTitle: lines.findLast((line) => !/^(?:TM|KT|TL|TUQ)\./.test(line)) ?? '',
    signerName: heading.signatoryName ?? '',
    recipients: [...recipients],
  };
}
