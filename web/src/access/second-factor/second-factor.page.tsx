import { signOut } from '@mangnon/domain/access/session.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { sessionQuery } from '../../platform/session.queries.ts';
import { Door } from '../door.tsx';
import { RegisterNow } from '../passkeys/register-now.tsx';
import { FirstFactor } from './first-factor.tsx';
import { ProveSecondFactor } from './prove-second-factor.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { SetUp } from './set-up-authenticator.tsx';

const route = getRouteApi('/xac-thuc');

/** Between the password and the house: sets up the second factor, or asks for it. */
export function SecondFactorPage() {
  const t = useText();
  const { tiep } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { demo, secondFactor, factors } = useSuspenseQuery(sessionQuery).data;
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  /** Proved, and still without the key their post asks for. */
  const [keyless, setKeyless] = useState<Session | null>(null);
  const leave = useMutation({ mutationFn: () => call(signOut, {}), onSuccess: () => location.assign('/dang-nhap') });

  function goOn(session: Session) {
    setSetUp(null);
    setKeyless(session.passkey === 'missing' ? session : null);
    if (session.passkey !== 'missing') leaveFor(session);
  }

  function leaveFor(session: Session) {
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, session);
    router.history.push(tiep ?? '/');
  }

  if (setUp !== null) {
    return (
      <Door demo={demo}>
        <RecoveryCodes codes={setUp.recoveryCodes} onKept={() => goOn(setUp.session)} />
      </Door>
    );
  }
  if (keyless !== null) {
    return (
      <Door demo={demo}>
        <RegisterNow onDone={(session) => leaveFor(session ?? keyless)} />
      </Door>
    );
  }
  const missing = secondFactor === 'missing';
  return (
    <Door demo={demo}>
      <PageHeading
        title={t(missing ? 'factor.setUp.title' : 'factor.title')}
        state={t(missing ? 'factor.setUp.state' : factors.includes('passkey') ? 'factor.state.key' : 'factor.state')}
      />
      {missing ? <FirstFactor onSetUp={setSetUp} /> : <ProveSecondFactor factors={factors} onProved={goOn} />}
      {leave.error ? <ErrorNotice error={leave.error} /> : null}
      <p>
        <Button variant="subtle" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t('factor.leave')}
        </Button>
      </p>
    </Door>
  );
}
