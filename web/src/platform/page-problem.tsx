import { useRouter } from '@tanstack/react-router';
import { ErrorNotice } from './error-notice.tsx';
import { useText } from './language.tsx';
import { PageLink } from './links.tsx';
import { PageHeading } from './page-heading.tsx';
import { RefusalError } from './refusal-error.ts';

/** Stands where a page could not be opened. */
export function PageProblem({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useText();
  const router = useRouter();
  const forbidden = error instanceof RefusalError && error.status === 403;
  return (
    <>
      <PageHeading title={t(forbidden ? 'forbidden.title' : 'error.title')} />
      {forbidden ? <p>{t('forbidden.text')}</p> : null}
      <ErrorNotice
        error={error}
        onRetry={() => {
          reset?.();
          void router.invalidate();
        }}
      />
      <HomeLink />
    </>
  );
}

export function PageNotFound() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('notFound.title')} state={t('notFound.text')} />
      <HomeLink />
    </>
  );
}

function HomeLink() {
  const t = useText();
  return (
    <p>
      <PageLink to="/">{t('error.home')}</PageLink>
    </p>
  );
}
