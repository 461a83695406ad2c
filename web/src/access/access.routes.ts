import { accountStates, type Account } from '@mangnon/domain/access/accounts.api.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

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
  component: lazyRouteComponent(() => import('./accounts/accounts.page.tsx'), 'AccountsPage'),
});

const invite = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan/moi',
  component: lazyRouteComponent(() => import('./accounts/invite.page.tsx'), 'InvitePage'),
});

const oneAccount = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan/$accountId',
  component: lazyRouteComponent(() => import('./accounts/account.page.tsx'), 'AccountPage'),
});

const ownAccount = createRoute({
  getParentRoute: () => frame,
  path: '/tai-khoan-cua-toi',
  component: lazyRouteComponent(() => import('./own/own-account.page.tsx'), 'OwnAccountPage'),
});

/** Accounts of others, and one’s own. */
export const accountRoutes = [accounts, invite, oneAccount, ownAccount] as const;
