import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@mantine/core/styles.css';
import './platform/base.css';
import { accountStates, type Account } from '@mangnon/domain/access/accounts.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { caseStates, type CaseLine } from '@mangnon/domain/cases/cases.api.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  RouterProvider,
} from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RecoveryTold } from './access/recovery/recovery-told.tsx';
import { StepUp } from './access/second-factor/step-up.tsx';
import { SessionEnded } from './access/session-ended.tsx';
import { GlassBanner } from './cases/glass/glass-banner.tsx';
import { GlassWaiting } from './cases/glass/glass-waiting.tsx';
import { Frame } from './platform/frame/frame.tsx';
import { LanguageProvider } from './platform/language.tsx';
import { PageNotFound, PageProblem } from './platform/page-problem.tsx';
import { createQueryClient } from './platform/query-client.ts';
import { isRefusal } from './platform/refusal-error.ts';
import { frontDoorQuery, sessionQuery } from './platform/session.queries.ts';
import { cssVariables, theme } from './platform/theme.ts';
import { PlainPage } from './platform/plain-page.tsx';

const ProblemAlone = (problem: { error: unknown; reset: () => void }) => (
  <PlainPage>
    <PageProblem {...problem} />
  </PlainPage>
);

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: ProblemAlone,
  notFoundComponent: () => (
    <PlainPage>
      <PageNotFound />
    </PlainPage>
  ),
});

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
  component: lazyRouteComponent(() => import('./access/sign-in.page.tsx'), 'SignInPage'),
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
  component: lazyRouteComponent(() => import('./access/oidc/provider-return.page.tsx'), 'ProviderReturnPage'),
});

const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  errorComponent: ProblemAlone,
  beforeLoad: async ({ context }) => {
    const door = await context.queryClient.ensureQueryData(frontDoorQuery);
    if (!door.needsFirstAdministrator) throw redirect({ to: '/dang-nhap' });
  },
  component: lazyRouteComponent(() => import('./access/first-administrator.page.tsx'), 'FirstAdministratorPage'),
});

/** The first time, with an invitation; the code stands behind the `#`. */
const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/moi',
  errorComponent: ProblemAlone,
  component: lazyRouteComponent(() => import('./access/accept-invitation.page.tsx'), 'AcceptInvitationPage'),
});

const recover = createRoute({
  getParentRoute: () => root,
  path: '/lay-lai',
  errorComponent: ProblemAlone,
  component: lazyRouteComponent(() => import('./access/recovery/recover.page.tsx'), 'RecoverPage'),
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
  component: lazyRouteComponent(() => import('./access/second-factor/second-factor.page.tsx'), 'SecondFactorPage'),
});

async function findSession(queryClient: QueryClient): Promise<Session | null> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!isRefusal(error) || error.status !== 401) throw error;
    return null;
  }
}

/** Everything inside is for signed-in people. */
const frame = createRoute({
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
    </Frame>
  ),
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { can } = await context.queryClient.ensureQueryData(sessionQuery);
    throw redirect({
      to: can.includes('plans.plan.read') || !can.includes('access.account.list') ? '/ke-hoach' : '/tai-khoan',
    });
  },
});

const plans = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach',
  validateSearch: (search): { tim?: string } => {
    const words = search['tim'];
    return typeof words === 'string' && words !== '' ? { tim: words.slice(0, 200) } : {};
  },
  component: lazyRouteComponent(() => import('./plans/list/plans.page.tsx'), 'PlansPage'),
});

/** `ban`: the draft being read, so that a reload goes on watching it. */
const uploadPlan = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/tai-len',
  validateSearch: (search): { ban?: string } => (typeof search['ban'] === 'string' ? { ban: search['ban'] } : {}),
  component: lazyRouteComponent(() => import('./plans/upload/upload.page.tsx'), 'UploadPage'),
});

const reviewDraft = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/du-thao/$draftId',
  component: lazyRouteComponent(() => import('./plans/review/review.page.tsx'), 'ReviewPage'),
});

const adoptedPlan = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId',
  component: lazyRouteComponent(() => import('./plans/plan/plan.page.tsx'), 'PlanPage'),
});

/** `tim`: the words searched; `ngay`: the day they are asked for. */
const places = createRoute({
  getParentRoute: () => frame,
  path: '/dia-ban',
  validateSearch: (search): { tim?: string | undefined; ngay?: string | undefined } => {
    const { tim, ngay } = search;
    return {
      ...(typeof tim === 'string' && tim !== '' ? { tim: tim.slice(0, 200) } : {}),
      ...(typeof ngay === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(ngay) ? { ngay } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./places/search/places.page.tsx'), 'PlacesPage'),
});

/** `daGhi`: it was just changed. */
const onePlace = createRoute({
  getParentRoute: () => frame,
  path: '/dia-ban/$placeId',
  validateSearch: (search): { daGhi?: true } => (search['daGhi'] === true ? { daGhi: true } : {}),
  component: lazyRouteComponent(() => import('./places/place/place.page.tsx'), 'PlacePage'),
});

const editPlace = createRoute({
  getParentRoute: () => frame,
  path: '/dia-ban/$placeId/sua',
  component: lazyRouteComponent(() => import('./places/edit/place-edit.page.tsx'), 'PlaceEditPage'),
});

const agencies = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan',
  component: lazyRouteComponent(() => import('./agencies/agencies.page.tsx'), 'AgenciesPage'),
});

/** `ngay`: the day they are asked for. */
const onDay = (search: Record<string, unknown>): { ngay?: string } => {
  const { ngay } = search;
  return typeof ngay === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(ngay) ? { ngay } : {};
};

const agenciesOfPlace = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/noi/$placeId',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./agencies/offices/offices.page.tsx'), 'OfficesPage'),
});

const oneOffice = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/noi/$placeId/$officeId',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./agencies/office/office.page.tsx'), 'OfficePage'),
});

const oneAgency = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/danh-muc/$agencyId',
  component: lazyRouteComponent(() => import('./agencies/register/agency.page.tsx'), 'AgencyPage'),
});

const children = createRoute({
  getParentRoute: () => frame,
  path: '/tre-em',
  component: lazyRouteComponent(() => import('./children/list/children.page.tsx'), 'ChildrenPage'),
});

const registerChild = createRoute({
  getParentRoute: () => frame,
  path: '/tre-em/moi',
  component: lazyRouteComponent(() => import('./children/register/register-child.page.tsx'), 'RegisterChildPage'),
});

const oneChild = createRoute({
  getParentRoute: () => frame,
  path: '/tre-em/$childId',
  component: lazyRouteComponent(() => import('./children/child/child.page.tsx'), 'ChildPage'),
});

/** `la`: in this state; `cuaToi`: assigned to me. */
const cases = createRoute({
  getParentRoute: () => frame,
  path: '/ho-so',
  validateSearch: (search): { la?: CaseLine['state'] | undefined; cuaToi?: true | undefined } => {
    const state = caseStates.find((one) => one === search['la']);
    return { ...(state ? { la: state } : {}), ...(search['cuaToi'] === true ? { cuaToi: true } : {}) };
  },
  component: lazyRouteComponent(() => import('./cases/list/cases.page.tsx'), 'CasesPage'),
});

const oneCase = createRoute({
  getParentRoute: () => frame,
  path: '/ho-so/$caseId',
  component: lazyRouteComponent(() => import('./cases/case/case.page.tsx'), 'CasePage'),
});

const brokenGlass = createRoute({
  getParentRoute: () => frame,
  path: '/mo-khan-cap',
  component: lazyRouteComponent(() => import('./cases/glass/broken-glass.page.tsx'), 'BrokenGlassPage'),
});

/** `tim`: the words searched; `noi`: the place; `la`: the state. */
const accounts = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan',
  validateSearch: (
    search,
  ): { tim?: string | undefined; noi?: string | undefined; la?: Account['state'] | undefined } => {
    const { tim, noi, la } = search;
    const state = accountStates.find((one) => one === la);
    return {
      ...(typeof tim === 'string' && tim !== '' ? { tim: tim.slice(0, 200) } : {}),
      ...(typeof noi === 'string' && noi !== '' ? { noi: noi.slice(0, 40) } : {}),
      ...(state === undefined ? {} : { la: state }),
    };
  },
  component: lazyRouteComponent(() => import('./access/accounts/accounts.page.tsx'), 'AccountsPage'),
});

const invite = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan/moi',
  component: lazyRouteComponent(() => import('./access/accounts/invite.page.tsx'), 'InvitePage'),
});

const oneAccount = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan/$accountId',
  component: lazyRouteComponent(() => import('./access/accounts/account.page.tsx'), 'AccountPage'),
});

const ownAccount = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan-cua-toi',
  component: lazyRouteComponent(() => import('./access/own/own-account.page.tsx'), 'OwnAccountPage'),
});

/** `nguoi`: of this person; `hoso`: about this record; `tu`, `den`: between these days. */
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/nhat-ky',
  validateSearch: (search): { nguoi?: string | undefined; hoso?: string | undefined; tu?: string; den?: string } => {
    const { nguoi, hoso, tu, den } = search;
    const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
    return {
      ...(typeof nguoi === 'string' ? { nguoi } : {}),
      ...(typeof hoso === 'string' ? { hoso } : {}),
      ...(isDay(tu) ? { tu } : {}),
      ...(isDay(den) ? { den } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./audit/audit.page.tsx'), 'AuditPage'),
});

const queryClient = createQueryClient();
const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    providerReturn,
    firstAdministrator,
    acceptInvitation,
    recover,
    secondFactor,
    frame.addChildren([
      home,
      plans,
      uploadPlan,
      reviewDraft,
      adoptedPlan,
      places,
      onePlace,
      editPlace,
      agencies,
      agenciesOfPlace,
      oneOffice,
      oneAgency,
      children,
      registerChild,
      oneChild,
      cases,
      oneCase,
      brokenGlass,
      accounts,
      invite,
      oneAccount,
      audit,
      ownAccount,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: PageProblem,
  defaultNotFoundComponent: PageNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element #app to put the screens into');
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <LanguageProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
