import type { Session } from '@mangnon/domain/access/session.api.ts';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useText } from '../platform/language.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { frontDoorQuery, sessionQuery } from '../platform/session.queries.ts';
import { DemoPeople } from './demo-people.tsx';
import { Door } from './door.tsx';
import { DoorLinks } from './door-links.tsx';
import { ProviderButton } from './oidc/provider-button.tsx';
import { PasskeyButton } from './passkeys/passkey-button.tsx';
import { SignInForm } from './sign-in.form.tsx';

const route = getRouteApi('/dang-nhap');

export function SignInPage() {
  const t = useText();
  const { tiep } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { demo, demoPeople, provider } = useSuspenseQuery(frontDoorQuery).data;

  function enter(session: Session) {
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, session);
    router.history.push(tiep ?? '/');
  }

  const ways = (
    <>
      {provider ? <ProviderButton name={provider.name} /> : null}
      <SignInForm onSignedIn={enter} />
      <PasskeyButton alone onShown={enter} />
    </>
  );
  if (demoPeople.length === 0) {
    return (
      <Door demo={demo}>
        <PageHeading title={t('signIn.title')} />
        {ways}
        <DoorLinks />
      </Door>
    );
  }
  return (
    <Door demo={demo}>
      <PageHeading title={t('signIn.demo.title')} documentTitle={t('signIn.title')} state={t('signIn.demo.hint')} />
      <DemoPeople people={demoPeople} onSignedIn={enter} />
      <h2>{t('signIn.own')}</h2>
      {ways}
      <DoorLinks />
    </Door>
  );
}
