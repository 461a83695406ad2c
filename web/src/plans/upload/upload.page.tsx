import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';

export function UploadPage() {
  const t = useText();
  return <PageHeading title={t('upload.title')} />;
}
