import type { ToDecide } from '@mangnon/domain/tasks/units.api.ts';
import { useText } from '../../platform/language.tsx';
import { countDays } from '../../platform/today.ts';
import { FigureLink } from './figure-link.tsx';
import classes from './units.module.css';

export const waitKinds = ['report', 'time', 'hindrance'] as const;

/** How many periods wait for an answer of one kind, and how long the oldest has waited. */
export function Waits({
  kind,
  toDecide,
  place,
  today,
}: {
  kind: (typeof waitKinds)[number];
  toDecide: ToDecide;
  place: { readonly placeId: string; readonly name: string };
  today: string;
}) {
  const t = useText();
  const waits = toDecide[kind];
  if (waits === null) return <span className={classes['soft']}>{t('accountable.decide.hidden')}</span>;
  return (
    <>
      <FigureLink
        count={waits.count}
        what={t(`accountable.decide.${kind}`)}
        who={place.name}
        search={{ cho: kind, noiQuyet: place.placeId }}
      />
      {waits.since === null ? null : (
        <span className={classes['soft']}>
          {' '}
          ({t('accountable.decide.since', { days: countDays(waits.since, today) })})
        </span>
      )}
    </>
  );
}
