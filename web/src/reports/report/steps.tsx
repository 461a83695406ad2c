import type { ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { versionStateWords } from '@mangnon/domain/reports/version-words.ts';
import { formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import classes from './report.module.css';

/** What was done with the report, newest first, and its versions. */
export function StepsAndVersions({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <section>
        <h2>{t('version.steps')}</h2>
        <ol className={classes['steps']}>
          {page.steps.toReversed().map(({ step, takenAt, takenBy, words }) => (
            <li key={`${step} ${takenAt}`}>
              <strong>{t(`version.step.${step}` as MessageKey)}</strong>{' '}
              <span className={classes['soft']}>
                {t('version.step.by', { by: takenBy, at: formatInstant(takenAt) })}
              </span>
              {words === null ? null : <p>{words}</p>}
            </li>
          ))}
        </ol>
      </section>
      {page.versions.length < 2 ? null : (
        <section className="not-printed">
          <h2>{t('version.versions')}</h2>
          <ul className={classes['steps']}>
            {page.versions.map(({ id, version, state }) => {
              const words = t('version.version', { number: version, state: versionStateWords[state][language] });
              return (
                <li key={id}>
                  {id === page.id ? (
                    <strong>{words}</strong>
                  ) : (
                    <PageLink to="/bao-cao/$versionId" params={{ versionId: id }}>
                      {words}
                    </PageLink>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
