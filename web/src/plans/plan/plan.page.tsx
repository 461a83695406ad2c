import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';

export function PlanPage() {
  const t = useText();
  return <PageHeading title={t('plans.title')} />;
}
