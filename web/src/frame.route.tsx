import type { Session } from '@mangnon/domain/access/session.api.ts';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { EndedSessionsTold } from './access/own/ended-sessions-told.tsx';
import { OperatorTold } from './access/recovery/operator-told.tsx';
import { RecoveryTold } from './access/recovery/recovery-told.tsx';
import { StepUp } from './access/second-factor/step-up.tsx';
import { SessionEnded } from './access/session-ended.tsx';
import { Bell } from './attention/bell.tsx';
import { GlassBanner } from './cases/glass/glass-banner.tsx';
import { GlassWaiting } from './cases/glass/glass-waiting.tsx';
import { Frame } from './platform/frame/frame.tsx';
import { PageNotFound, PageProblem } from './platform/page-problem.tsx';
import { PlainPage } from './platform/plain-page.tsx';
import { isRefusal } from './platform/refusal-error.ts';
import { SearchEverything } from './search/search-everything.tsx';
import { sessionQuery } from './platform/session.queries.ts';

export const ProblemAlone = (problem: { error: unknown; reset: () => void }) => (
  <PlainPage>
    <PageProblem {...problem} />
  </PlainPage>
);

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: ProblemAlone,
  notFoundComponent: () => (
    <PlainPage>
      <PageNotFound />
    </PlainPage>
  ),
});

export async function findSession(queryClient: QueryClient): Promise<Session | null> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!isRefusal(error) || error.status !== 401) throw error;
    return null;
  }
}

/** Everything inside is for signed-in people. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  errorComponent: ProblemAlone,
  beforeLoad: async ({ context, location }) => {
    const session = await findSession(context.queryClient);
    const search = location.href === '/' ? {} : { tiep: location.href };
    if (session === null) throw redirect({ to: '/dang-nhap', search });
    if (session.secondFactor !== 'done') throw redirect({ to: '/xac-thuc', search });
  },
  component: () => (
    <Frame
      bell={<Bell />}
      search={<SearchEverything />}
      notices={
        <>
          <GlassBanner />
          <GlassWaiting />
        </>
      }
    >
      <SessionEnded />
      <StepUp />
      <RecoveryTold />
      <EndedSessionsTold />
      <OperatorTold />
    </Frame>
  ),
});
