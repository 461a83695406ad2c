import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import classes from './crumbs.module.css';
import { useText } from './language.tsx';

interface Step {
  readonly label: string;
  readonly to: Exclude<LinkProps['to'], undefined>;
  readonly params?: Readonly<Record<string, string>>;
}

/** The thread that leads here, ending with this page; stands above the page heading. */
export function Crumbs({ trail, here }: { trail: readonly Step[]; here: string }) {
  const t = useText();
  return (
    <nav aria-label={t('app.breadcrumbs')} className={`${classes['crumbs']} not-printed`}>
      <ol>
        {trail.map((step) => (
          <li key={step.label}>
            <Link to={step.to} {...(step.params ? ({ params: step.params } as object) : {})}>
              {step.label}
            </Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
