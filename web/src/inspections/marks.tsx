import type { FindingKind } from '@mangnon/domain/inspections/inspection-words.ts';
import type { RecommendationStand } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import type { VisitStand } from '@mangnon/domain/inspections/visit.workflow.ts';
import { useText } from '../platform/language.tsx';
import classes from './inspections.module.css';

/** Each has a shape of its own, so that black and white tell it too. */
const visitShapes: Readonly<Record<VisitStand, string>> = {
  planned: '○',
  overdue: '▲',
  held: '●',
  not_held: '✕',
  called_off: '⊘',
};
const recommendationShapes: Readonly<Record<RecommendationStand, string>> = {
  open: '◐',
  overdue: '▲',
  waiting: '◇',
  settled_on_time: '●',
  settled_late: '◆',
  replaced: '✕',
};
const findingShapes: Readonly<Record<FindingKind, string>> = { good: '●', shortcoming: '◐', violation: '▲' };

/** How a visit stands: its word, with a shape and a colour. */
export function VisitMark({ stand }: { stand: VisitStand }) {
  const t = useText();
  return (
    <span className={classes['mark']} data-stand={stand}>
      <span aria-hidden>{visitShapes[stand]}</span> {t(`inspections.visit.stand.${stand}`)}
    </span>
  );
}

/** How a recommendation stands. */
export function RecommendationMark({ stand }: { stand: RecommendationStand }) {
  const t = useText();
  return (
    <span className={classes['mark']} data-stand={stand}>
      <span aria-hidden>{recommendationShapes[stand]}</span> {t(`inspections.recommendation.stand.${stand}`)}
    </span>
  );
}

/** What kind of finding it is. */
export function FindingMark({ kind }: { kind: FindingKind }) {
  const t = useText();
  return (
    <strong>
      <span aria-hidden>{findingShapes[kind]}</span> {t(`inspections.finding.kind.${kind}`)}
    </strong>
  );
}
