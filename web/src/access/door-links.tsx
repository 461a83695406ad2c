import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';

/** The other ways in, for who has no password yet, or no more. */
export function DoorLinks() {
  const t = useText();
  return (
    <>
      <p>
        <PageLink to="/moi">{t('signIn.invited')}</PageLink>
      </p>
      <p>
        <PageLink to="/lay-lai">{t('signIn.forgot')}</PageLink>
      </p>
    </>
  );
}
