import { useScreen, useTools } from '../review-tools.ts';
import { AcceptDialog } from './accept.dialog.tsx';
import { AddDialog } from './add.dialog.tsx';
import { AdoptDialog } from './adopt.dialog.tsx';

/** The dialog that is open, if any. */
export function Dialogs() {
  const { screen } = useTools();
  const dialog = useScreen((now) => now.dialog);
  const close = () => screen.set((now) => ({ ...now, dialog: null }));
  if (dialog === 'accept') return <AcceptDialog onClose={close} />;
  if (dialog === 'adopt') return <AdoptDialog onClose={close} />;
  if (dialog === 'add') return <AddDialog onClose={close} />;
  return null;
}
