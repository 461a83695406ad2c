import { useQuery } from '@tanstack/react-query';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { assignmentQuery } from '../tasks.queries.ts';

/** From an adopted plan to giving it to units, for who may give it. */
export function GiveButton({ planId }: { planId: string }) {
  const t = useText();
  const may = useMay()('tasks.task.assign');
  const assignment = useQuery({ ...assignmentQuery(planId), enabled: may, staleTime: 60_000 });
  return assignment.data?.can.assign ? (
    <ButtonLink to="/ke-hoach/$planId/giao-viec" params={{ planId }}>
      {t('giving.title')}
    </ButtonLink>
  ) : null;
}
