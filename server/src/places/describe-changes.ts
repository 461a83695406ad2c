import { fullName, type Place, type Succession } from '@mangnon/domain/places/place.ts';
import { successionKey, type PlaceSet } from '@mangnon/domain/places/place-change.ts';
import type { DescribedChange } from '@mangnon/domain/places/place-changes.api.ts';
import type { PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { kindWords, levelWords, placeSheets, trustWords } from '@mangnon/domain/places/places-sheet.ts';

/** What a difference does, line by line, in the words of the workbook. */
export function describeChanges(set: PlaceSet, difference: PlaceDifference): DescribedChange[] {
  const nameOf = (id: string) => {
    const unit = set.places.get(id);
    return unit === undefined ? id : `${fullName(unit)} (${unit.code})`;
  };
  const stepName = ({ fromId, toId }: Succession) => `${nameOf(fromId)} → ${nameOf(toId)}`;
  const tellStep = (what: DescribedChange['what'], step: Succession, before?: Succession): DescribedChange => ({
    what,
    id: successionKey(step),
    name: stepName(step),
    fields: compareFields(stepColumns, before, what === 'succession_removed' ? undefined : step),
  });
  return [
    ...difference.addedPlaces.map(({ id }) => ({ what: 'unit_added' as const, id, name: nameOf(id), fields: [] })),
    ...difference.changedPlaces.map(({ before, after }) => ({
      what: 'unit_changed' as const,
      id: after.id,
      name: nameOf(after.id),
      fields: compareFields(unitColumns, before, after),
    })),
    ...difference.addedSuccessions.map((step) => tellStep('succession_added', step)),
    ...difference.changedSuccessions.map(({ before, after }) => tellStep('succession_changed', after, before)),
    ...difference.removedSuccessions.map((step) => tellStep('succession_removed', step)),
  ];
}

type Columns<Item> = readonly (readonly [string, (item: Item) => string | number | null])[];

const day = (iso: string | null) => iso?.split('-').toReversed().join('/') ?? null;
const unit = placeSheets.units.columns;
const unitColumns: Columns<Place> = [
  [unit[1], ({ level }) => levelWords[level]],
  [unit[2], ({ type }) => type],
  [unit[3], ({ name }) => name],
  [unit[4], ({ parentId }) => parentId?.split('@')[0] ?? null],
  [unit[6], ({ validTo }) => day(validTo)],
  [
    placeSheets.changes.name,
    ({ changes }) => changes.map(({ from, type, name }) => `${day(from)}: ${type} ${name}`).join('; '),
  ],
];
const step = placeSheets.successions.columns;
const stepColumns: Columns<Succession> = [
  [step[4], ({ on }) => day(on)],
  [step[5], ({ kind }) => kindWords[kind]],
  [step[6], ({ weight }) => (weight === null ? null : `${Number((weight * 100).toFixed(3))} %`.replace('.', ','))],
  [step[7], ({ trust }) => trustWords[trust]],
];

/** The same of a change that was kept: `before` and `after` are units or successions, as `what` says. */
export function tellFields(
  what: DescribedChange['what'],
  before: Place | Succession | null,
  after: Place | Succession | null,
): DescribedChange['fields'] {
  if (what === 'unit_added' || what === 'unit_changed') {
    return compareFields(unitColumns, (before as Place | null) ?? undefined, (after as Place | null) ?? undefined);
  }
  // Of what was taken out, what stood there.
  const [old, fresh] = [before as Succession | null, after as Succession | null];
  if (fresh === null && old !== null) {
    return compareFields(stepColumns, undefined, old).map(({ column, after: was }) => ({
      column,
      before: was,
      after: '',
    }));
  }
  return compareFields(stepColumns, old ?? undefined, fresh ?? undefined);
}

/** What differs; of what is added everything, of what is taken out nothing. */
function compareFields<Item>(columns: Columns<Item>, before: Item | undefined, after: Item | undefined) {
  if (after === undefined) return [];
  const tell = (of: Columns<Item>[number][1], item: Item | undefined) => String((item && of(item)) ?? '');
  return columns
    .map(([column, of]) => ({ column, before: tell(of, before), after: tell(of, after) }))
    .filter((field) => field.before !== field.after);
}
