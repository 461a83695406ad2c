import type { secondFactorVi } from './vi.ts';

export const secondFactorEn: Readonly<Record<keyof typeof secondFactorVi, string>> = {
  'factor.title': 'The second step',
  'factor.state': 'Open the authenticator app on your phone and enter the code it shows.',
  'factor.code': 'Code of 6 digits',
  'factor.code.missing': 'Enter the code.',
  'factor.action': 'Confirm',
  'factor.busy': 'Checking…',
  'factor.lost': 'Phone lost? Enter one of the ten recovery codes you keep on paper.',
  'factor.stepUp.title': 'Show once more that it is you',
  'factor.stepUp.text':
    'This concerns other people and cannot be undone, so it needs a fresh code. What you entered is still there.',
  'factor.leave': 'Sign out',
  'factor.setUp.title': 'Set up the second step',
  'factor.setUp.state': 'Passwords leak, so each sign-in also needs a code from your phone.',
  'factor.setUp.app':
    'Open an authenticator app on your phone (such as Google Authenticator, Microsoft Authenticator or Aegis) and scan this picture.',
  'factor.setUp.picture': 'Picture for the authenticator app to scan',
  'factor.setUp.byHand': 'Cannot scan it? Type this key into the app:',
  'factor.setUp.code': 'Enter the code of 6 digits the app shows',
  'factor.codes.title': 'Keep these ten recovery codes on paper',
  'factor.codes.state': 'Each is good once in place of the phone. They are shown this one time.',
  'factor.codes.list': 'Ten recovery codes',
  'factor.codes.print': 'Print',
  'factor.codes.done': 'I have kept them, go on',
};
