import type { providerVi } from './vi.ts';

export const providerEn: Readonly<Record<keyof typeof providerVi, string>> = {
  'provider.enter': 'Sign in with {name}',
  'provider.busy': 'Going to {name}…',
  'provider.or': 'Or sign in with an account here:',
  'provider.back.title': 'Signing in',
  'provider.back.state': 'Looking at the answer of the sign-in server of your authority.',
  'provider.identity': 'Sign-in with {name}',
  'provider.linked': 'Linked since {when} to the code:',
  'provider.unlinked': 'Not linked. Once linked, this person signs in here with the account of the authority.',
  'provider.subject': 'Code of this person',
  'provider.subject.hint':
    'Who is not linked sees theirs when trying to sign in; or ask who runs the sign-in server (sub).',
  'provider.subject.missing': 'Enter the code.',
  'provider.link': 'Link the account',
  'provider.unlink': 'Unlink',
  'provider.unlink.title': 'Unlink the account of {name}?',
  'provider.unlink.text':
    '{name} will be put out at once and can no longer sign in with the account of the authority. A password here still works; without one, invite again.',
  'provider.back.not': 'Not signed in',
  'provider.come': 'Come in with {name}',
  'provider.come.text': '{name} will ask again who you are. You set no password here.',
  'provider.come.or': 'Or set a password of your own here',
  'provider.come.again': 'Open the invitation again',
  'provider.again': 'Back to sign-in',
};
