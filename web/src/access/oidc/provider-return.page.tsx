import { acceptInvitationByProvider, invitationStateMark, signInByProvider } from '@mangnon/domain/access/oidc.api.ts';
import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { frontDoorQuery, sessionQuery } from '../../platform/session.queries.ts';
import { Door } from '../door.tsx';

const route = getRouteApi('/dang-nhap/nha-cung-cap');

/** Back from the authority's own sign-in, with an invitation or without: hands over what it answered, and goes on or says why not. */
export function ProviderReturnPage() {
  const t = useText();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { demo } = useSuspenseQuery(frontDoorQuery).data;
  const { state = '', ...answer } = route.useSearch();
  const invited = state.startsWith(invitationStateMark);
  // It is good once, so it is sent once, however often this page is drawn.
  const entered = useQuery({
    queryKey: ['provider-return', state],
    queryFn: () => call(invited ? acceptInvitationByProvider : signInByProvider, { body: { state, ...answer } }),
    enabled: state !== '',
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const session = entered.data;
  useEffect(() => {
    if (session === undefined) return;
    queryClient.setQueryData(sessionQuery.queryKey, session);
    // In the place of this address, which holds the answer of the provider.
    router.history.replace('/');
  }, [session, queryClient, router]);
  return (
    <Door demo={demo}>
      {entered.error ? (
        <PageHeading title={t('provider.back.not')} />
      ) : (
        <PageHeading title={t('provider.back.title')} state={t('provider.back.state')} />
      )}
      {entered.error ? <ErrorNotice error={entered.error} /> : null}
      {entered.error || state === '' ? (
        <p>
          {invited ? (
            <Anchor href="/moi">{t('provider.come.again')}</Anchor>
          ) : (
            <Anchor href="/dang-nhap">{t('provider.again')}</Anchor>
          )}
        </p>
      ) : null}
    </Door>
  );
}
