import type { providerVi } from './vi.ts';

export const providerEn: Readonly<Record<keyof typeof providerVi, string>> = {
  'provider.enter': 'Sign in with {name}',
  'provider.busy': 'Going to {name}…',
  'provider.or': 'Or sign in with an account here:',
  'provider.back.title': 'Signing in',
  'provider.back.state': 'Looking at the answer of the sign-in server of your authority.',
  'provider.again': 'Back to sign-in',
};
