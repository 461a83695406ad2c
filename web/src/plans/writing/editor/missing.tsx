import { useText } from '../../../platform/language.tsx';
import { Button } from '@mantine/core';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';

/** What must still stand in the plan before it can be submitted, each with the way to its place. */
export function Missing() {
  const t = useText();
  const { manuscript, open } = useDesk();
  const { missing, can } = manuscript;
  if (!can.edit) return null;
  return (
    <section aria-labelledby="con-thieu">
      <h2 id="con-thieu">{t('writing.missing', { count: missing.length })}</h2>
      {missing.length === 0 ? <p className={classes['soft']}>{t('writing.missing.none')}</p> : null}
      <ul>
        {missing.map(({ code, itemId }) => (
          <li key={`${code} ${itemId}`}>
            {itemId === null ? (
              <p>{t(`writing.missing.${code}`)}</p>
            ) : (
              <Button
                variant="subtle"
                size="xs"
                onClick={() => {
                  open(itemId);
                  document.querySelector(`[data-part="${itemId}"]`)?.scrollIntoView({ block: 'center' });
                }}
              >
                {t(`writing.missing.${code}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
