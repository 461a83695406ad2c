import { Button, Group } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import classes from './second-factor.module.css';

/** Shown once; one goes on only by saying that they are kept. `part`: of a page that has a heading of its own. */
export function RecoveryCodes({
  codes,
  part = false,
  onKept,
}: {
  codes: readonly string[];
  part?: boolean;
  onKept: () => void;
}) {
  const t = useText();
  return (
    <>
      {part ? (
        <>
          <h3>{t('factor.codes.title')}</h3>
          <p>{t('factor.codes.state')}</p>
        </>
      ) : (
        <PageHeading title={t('factor.codes.title')} state={t('factor.codes.state')} />
      )}
      <ul className={classes['codes']} aria-label={t('factor.codes.list')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group className="not-printed">
        <Button onClick={onKept}>{t(part ? 'factor.codes.kept' : 'factor.codes.done')}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('factor.codes.print')}
        </Button>
      </Group>
    </>
  );
}
