import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { findSession, ProblemAlone, root } from '../frame.route.tsx';
import { frontDoorQuery } from '../platform/session.queries.ts';

/** `tiep`: where to go after signing in; only a path of this site. */
function pathAfter(search: Record<string, unknown>): { tiep?: string } {
  const next = search['tiep'];
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { tiep: next } : {};
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  errorComponent: ProblemAlone,
  validateSearch: pathAfter,
  beforeLoad: async ({ context }) => {
    const door = await context.queryClient.ensureQueryData(frontDoorQuery);
    if (door.needsFirstAdministrator) throw redirect({ to: '/thiet-lap' });
  },
  component: lazyRouteComponent(() => import('./sign-in.page.tsx'), 'SignInPage'),
});

/** Where the authority's own sign-in sends the browser back to, with its answer. */
const providerReturn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap/nha-cung-cap',
  errorComponent: ProblemAlone,
  validateSearch: (search): { state?: string; code?: string; iss?: string; error?: string } =>
    Object.fromEntries(
      ['state', 'code', 'iss', 'error'].flatMap((name) => {
        const value = search[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    ),
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(frontDoorQuery),
  component: lazyRouteComponent(() => import('./oidc/provider-return.page.tsx'), 'ProviderReturnPage'),
});

const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  errorComponent: ProblemAlone,
  beforeLoad: async ({ context }) => {
    const door = await context.queryClient.ensureQueryData(frontDoorQuery);
    if (!door.needsFirstAdministrator) throw redirect({ to: '/dang-nhap' });
  },
  component: lazyRouteComponent(() => import('./first-administrator.page.tsx'), 'FirstAdministratorPage'),
});

/** The first time, with an invitation; the code stands behind the `#`. */
const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/moi',
  errorComponent: ProblemAlone,
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(frontDoorQuery),
  component: lazyRouteComponent(() => import('./accept-invitation.page.tsx'), 'AcceptInvitationPage'),
});

const recover = createRoute({
  getParentRoute: () => root,
  path: '/lay-lai',
  errorComponent: ProblemAlone,
  component: lazyRouteComponent(() => import('./recovery/recover.page.tsx'), 'RecoverPage'),
});

/** With a code made on the server itself. */
const operatorCode = createRoute({
  getParentRoute: () => root,
  path: '/lay-lai/khan-cap',
  errorComponent: ProblemAlone,
  component: lazyRouteComponent(() => import('./recovery/operator-code.page.tsx'), 'OperatorCodePage'),
});

/** The password was right; now the second factor. */
const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/xac-thuc',
  errorComponent: ProblemAlone,
  validateSearch: pathAfter,
  beforeLoad: async ({ context }) => {
    const session = await findSession(context.queryClient);
    if (session === null) throw redirect({ to: '/dang-nhap' });
    if (session.secondFactor === 'done') throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./second-factor/second-factor.page.tsx'), 'SecondFactorPage'),
});

/** Before anybody is signed in. */
export const doorRoutes = [
  signIn,
  providerReturn,
  firstAdministrator,
  acceptInvitation,
  recover,
  operatorCode,
  secondFactor,
] as const;
