import { useText } from '../platform/language.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { useMay } from '../platform/session.queries.ts';
import { MailState } from './mail-state.tsx';
import { ReminderSteps } from './reminder-steps.tsx';

/** When whom is reminded; for the administrator also whether the mails arrive. */
export function RemindersPage() {
  const t = useText();
  const may = useMay();
  return (
    <>
      <PageHeading title={t('reminders.title')} state={t('reminders.state')} />
      <ReminderSteps />
      {may('attention.mail.read') ? <MailState /> : null}
    </>
  );
}
