import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { renderSVG } from 'uqr';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from './handed-code.module.css';

/**
 * A code to hand over in person, on paper or from the screen; it is shown this one time. `link` leads to where it is
 * used: a picture of it is drawn here in the browser, so that a phone can take it, and it goes to no other host.
 */
export function HandedCode({
  title,
  text,
  facts,
  code,
  until,
  link,
  onDone,
}: {
  title: string;
  text: string;
  facts: readonly { readonly label: string; readonly value: string }[];
  code: string;
  until: string;
  link?: string;
  onDone: () => void;
}) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes['handed']} aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{text}</p>
      <div className={classes['paper']}>
        <dl className={classes['facts']}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{t('handed.code')}</dt>
            <dd>
              <code className={classes['code']}>{code}</code>
            </dd>
          </div>
          {link === undefined ? null : (
            <div>
              <dt>{t('handed.link')}</dt>
              <dd>
                <span className={classes['link']}>{link.split('#')[0]}</span>
              </dd>
            </div>
          )}
          <div>
            <dt>{t('handed.until')}</dt>
            <dd>{formatInstant(until)}</dd>
          </div>
        </dl>
        {link === undefined ? null : (
          <img
            className={classes['picture']}
            src={`data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2 }))}`}
            alt={t('handed.picture')}
          />
        )}
      </div>
      <Group className="not-printed">
        <Button onClick={() => window.print()}>{t('handed.print')}</Button>
        <Button variant="default" onClick={onDone}>
          {t('handed.done')}
        </Button>
      </Group>
    </section>
  );
}
