import type { accessVi } from './vi.ts';

export const accessEn: Readonly<Record<keyof typeof accessVi, string>> = {
  'signIn.title': 'Sign in',
  'signIn.login': 'Sign-in name',
  'signIn.password': 'Password',
  'signIn.action': 'Sign in',
  'signIn.busy': 'Signing in…',
  'signIn.login.missing': 'Enter your sign-in name.',
  'signIn.password.missing': 'Enter your password.',
  'signIn.password.show': 'Show or hide the password',
  'signIn.forgot': 'Lost the password or the phone',
  'signIn.invited': 'Invited for the first time? Come in with your code',
  'signIn.demo.title': 'Try it as one of these people',
  'signIn.demo.hint': 'This is a trial copy. Press a person to come in at once, without a password.',
  'signIn.demo.enter': 'Come in as {name}',
  'signIn.own': 'Or sign in with an account',

  'ended.title': 'Your session has ended',
  'ended.text':
    'It was not used for a while, so it was closed for safety. What you were typing is still on the page behind. Sign in again to go on.',
  'ended.other': 'Leave this page, go to sign-in',

  'first.title': 'Create the first administrator',
  'first.state': 'Nobody is here yet. The administrator will invite the others.',
  'first.name': 'Full name',
  'first.name.hint': 'As in the decision of appointment, with its accents.',
  'first.action': 'Create the administrator',
  'first.busy': 'Creating…',

  'account.name.short': 'The full name needs at least 2 letters.',
  'account.login.hint': 'At least 3 characters, for example: nguyen.thi.lan',
  'account.login.short': 'The sign-in name needs at least 3 characters.',
  'account.password.hint': 'At least 12 characters. A sentence easy to remember is best.',
  'account.password.short': 'The password needs at least 12 characters; it has {count}.',
};
