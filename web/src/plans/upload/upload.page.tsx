import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { FileChoice } from './file-choice.tsx';
import { Reading } from './reading.tsx';
import { Sending } from './sending.tsx';
import { useUpload } from './use-upload.ts';

const route = getRouteApi('/frame/ke-hoach/tai-len');

/** From a file to the review: choose, send, read. The draft being read stands in the address. */
export function UploadPage() {
  const t = useText();
  const { ban } = route.useSearch();
  const navigate = route.useNavigate();
  const sending = useUpload((draftId) => void navigate({ search: { ban: draftId }, replace: true }));

  return (
    <>
      <Crumbs trail={[{ label: t('plans.title'), to: '/ke-hoach' }]} here={t('upload.title')} />
      <PageHeading title={t('upload.title')} state={t('upload.state')} />
      {ban ? (
        <Reading
          key={ban}
          draftId={ban}
          sameFileAs={sending.sameFileAs}
          onAgain={() => {
            sending.reset();
            void navigate({ search: {} });
          }}
        />
      ) : sending.file ? (
        <Sending sending={sending} />
      ) : (
        <FileChoice onFile={sending.start} />
      )}
    </>
  );
}
