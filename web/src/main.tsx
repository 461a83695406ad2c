import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@mantine/core/styles.css';
import './platform/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoute, createRouter, redirect, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { accountRoutes } from './access/access.routes.ts';
import { doorRoutes } from './access/door.routes.ts';
import { agencyRoutes } from './agencies/agencies.routes.ts';
import { attentionRoutes } from './attention/attention.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { caseRoutes } from './cases/cases.routes.ts';
import { childRoutes } from './children/children.routes.ts';
import { frame, root } from './frame.route.tsx';
import { indicatorRoutes } from './indicators/indicators.routes.ts';
import { inspectionRoutes } from './inspections/inspections.routes.ts';
import { calendarRoutes } from './law/calendar/calendar.routes.ts';
import { lawRoutes } from './law/law.routes.ts';
import { placeRoutes } from './places/places.routes.ts';
import { LanguageProvider } from './platform/language.tsx';
import { PageNotFound, PageProblem } from './platform/page-problem.tsx';
import { createQueryClient } from './platform/query-client.ts';
import { sessionQuery } from './platform/session.queries.ts';
import { cssVariables, theme } from './platform/theme.ts';
import { planRoutes } from './plans/plans.routes.ts';
import { planTaskRoutes } from './tasks/plan-tasks.routes.ts';
import { reportRoutes } from './reports/reports.routes.ts';
import { taskRoutes } from './tasks/tasks.routes.ts';

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { can } = await context.queryClient.ensureQueryData(sessionQuery);
    const ofTasks = ['tasks.progress.report', 'tasks.progress.decide', 'tasks.hindrance.answer'] as const;
    const worksOnTasks = ofTasks.some((operation) => can.includes(operation));
    // Who keeps plans begins with the plans; who carries them out, with what waits.
    if (worksOnTasks && !can.includes('plans.draft.read')) throw redirect({ to: '/viec-cua-toi' });
    throw redirect({
      to: can.includes('plans.plan.read') || !can.includes('access.account.list') ? '/ke-hoach' : '/tai-khoan',
    });
  },
});

const queryClient = createQueryClient();
const router = createRouter({
  routeTree: root.addChildren([
    ...doorRoutes,
    frame.addChildren([
      home,
      ...taskRoutes,
      ...planRoutes,
      ...lawRoutes,
      ...planTaskRoutes,
      ...inspectionRoutes,
      ...indicatorRoutes,
      ...reportRoutes,
      ...placeRoutes,
      ...agencyRoutes,
      ...childRoutes,
      ...caseRoutes,
      ...accountRoutes,
      ...auditRoutes,
      ...calendarRoutes,
      ...attentionRoutes,
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
