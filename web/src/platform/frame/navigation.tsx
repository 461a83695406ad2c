import type { Operation } from '@mangnon/domain/access/operations.ts';
import { Link } from '@tanstack/react-router';
import { useText } from '../language.tsx';
import type { MessageKey } from '../messages.ts';
import { useMay } from '../session.queries.ts';
import classes from './frame.module.css';

/** The subjects, each shown only to a post that may do something there. */
const subjects = [
  {
    to: '/viec-cua-toi',
    label: 'work.subject',
    needs: ['tasks.progress.report', 'tasks.progress.decide', 'tasks.hindrance.answer'],
  },
  { to: '/ke-hoach', label: 'plans.subject', needs: ['plans.plan.read', 'plans.draft.read'] },
  { to: '/van-ban', label: 'law.subject', needs: ['law.text.read'] },
  { to: '/nhiem-vu', label: 'taskList.subject', needs: ['tasks.task.read'] },
  { to: '/kiem-tra', label: 'inspections.subject', needs: ['inspections.inspection.read'] },
  { to: '/che-do-bao-cao', label: 'reports.subject', needs: ['reports.regime.read'] },
  { to: '/chi-so', label: 'indicators.subject', needs: ['indicators.indicator.read'] },
  { to: '/nguoi-dung-dau', label: 'accountable.subject', needs: ['tasks.task.read'] },
  { to: '/tre-em', label: 'children.subject', needs: ['children.child.read'] },
  { to: '/ho-so', label: 'cases.subject', needs: ['cases.case.read'] },
  { to: '/mo-khan-cap', label: 'glass.subject', needs: ['cases.glass.review'] },
  { to: '/dia-ban', label: 'places.subject', needs: ['places.place.search'] },
  { to: '/co-quan', label: 'agencies.subject', needs: ['agencies.agency.read'] },
  { to: '/lich-lam-viec', label: 'calendar.subject', needs: ['law.calendar.read'] },
  { to: '/nhac-han', label: 'reminders.subject', needs: ['attention.mail.read'] },
  { to: '/tai-khoan', label: 'accounts.subject', needs: ['access.account.list'] },
  { to: '/nhat-ky', label: 'audit.subject', needs: ['access.audit.list'] },
] as const satisfies readonly { to: string; label: MessageKey; needs: readonly Operation[] }[];

export function Navigation({ onGo }: { onGo?: () => void }) {
  const t = useText();
  const may = useMay();
  return (
    <nav aria-label={t('app.menu')} className={classes['nav']}>
      <ul>
        {subjects
          .filter((subject) => subject.needs.some((operation) => may(operation)))
          .map((subject) => (
            <li key={subject.to}>
              <Link to={subject.to} activeProps={{ 'data-active': true }} {...(onGo ? { onClick: onGo } : {})}>
                {t(subject.label)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
