import type { WaitingRecommendation } from '@mangnon/domain/inspections/conclusions.api.ts';
import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { useTaskWords } from '../tasks/task-words.ts';
import { RecommendationMark } from './marks.tsx';

/** One line of «My work»: a recommendation to carry out, or a report about one to decide. */
export function MyRecommendationRow({
  row,
  today,
  decides = false,
}: {
  row: WaitingRecommendation;
  today: string;
  decides?: boolean;
}) {
  const t = useText();
  const words = useTaskWords();
  return (
    <li>
      <PageLink to="/kiem-tra/$inspectionId" params={{ inspectionId: row.inspectionId }} hash={row.id}>
        {t('inspections.work.row', { words: row.words })}
      </PageLink>
      <span>{row.unit.name}</span>
      <span>
        {words.due(row.dueOn)}
        {decides ? null : `, ${words.left({ dueOn: row.dueOn, doneOn: null }, today)}`}
      </span>
      <span>
        <RecommendationMark stand={decides ? 'waiting' : row.overdue ? 'overdue' : 'open'} />
      </span>
    </li>
  );
}
