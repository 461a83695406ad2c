import type { secondFactorVi } from './vi.ts';

export const secondFactorEn: Readonly<Record<keyof typeof secondFactorVi, string>> = {
  'factor.title': 'The second step',
  'factor.state': 'Open the authenticator app on your phone and enter the code it shows.',
  'factor.code': 'Code of 6 digits',
  'factor.code.missing': 'Enter the code.',
  'factor.action': 'Confirm',
  'factor.busy': 'Checking…',
  'factor.lost': 'Phone lost? Enter one of the ten recovery codes you keep on paper.',
  'factor.paper': 'Recovery code on paper',
  'factor.orApp': 'Or use a code:',
  'factor.orPaper': 'No passkey at hand? Enter one of the ten recovery codes you keep on paper.',
  'factor.state.key': 'Use your passkey, or a code.',
  'factor.stepUp.title.factor': 'Show once more that it is you',
  'factor.stepUp.text.factor':
    'This cannot be undone or concerns other people, so it needs to be confirmed. What you entered is still there.',
  'factor.stepUp.title.passkey': 'Confirm with a passkey',
  'factor.stepUp.text.passkey':
    'This is done only after using a passkey; a code from the phone is not enough. What you entered is still there.',
  'factor.stepUp.title.new_passkey': 'This needs a passkey',
  'factor.stepUp.text.new_passkey':
    'You have none yet. Register one here, and what you were doing goes on. A passkey is the fingerprint, face or PIN of this computer or your phone, or a security key for the USB port.',
  'factor.leave': 'Sign out',
  'factor.setUp.title': 'Set up the second step',
  'factor.setUp.state': 'Passwords leak, so each sign-in also needs a code from your phone or your passkey.',
  'factor.setUp.other.passkey': 'No phone? Use a passkey',
  'factor.setUp.other.app': 'Use an app on the phone',
  'factor.setUp.app':
    'Open an authenticator app on your phone (such as Google Authenticator, Microsoft Authenticator or Aegis) and scan this picture.',
  'factor.setUp.picture': 'Picture for the authenticator app to scan',
  'factor.setUp.byHand': 'Cannot scan it? Type this key into the app:',
  'factor.setUp.code': 'Enter the code of 6 digits the app shows',
  'factor.codes.title': 'Keep these ten recovery codes on paper',
  'factor.codes.state': 'Each is good once in place of the phone. They are shown this one time.',
  'factor.codes.list': 'Ten recovery codes',
  'factor.codes.print': 'Print',
  'factor.codes.kept': 'I have kept them',
  'factor.codes.done': 'I have kept them, go on',
  'factor.app.title': 'Authenticator app on the phone',
  'factor.app.has': 'In use. A new phone? Set it up here; the old app works until the new one has shown a right code.',
  'factor.app.none': 'Not set up. The app shows a new code every half minute, to enter at sign-in.',
  'factor.app.replace': 'Move to a new phone',
  'factor.app.setUp': 'Set up the app',
  'factor.app.keep': 'No, leave it as it is',
  'factor.app.done':
    'The authenticator app is changed. The app and the recovery codes from before no longer work; your other sessions have ended.',
};
