import { useText } from '../platform/language.tsx';
import { PageHeading } from '../platform/page-heading.tsx';

export function AccountsPage() {
  const t = useText();
  return <PageHeading title={t('accounts.title')} />;
}
