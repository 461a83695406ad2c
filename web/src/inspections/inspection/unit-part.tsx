import { withdrawFinding } from '@mangnon/domain/inspections/conclusions.api.ts';
import type { Finding, InspectedUnit, Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import { call } from '../../platform/api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { WordsForm } from '../../tasks/task/words-form.tsx';
import classes from '../inspections.module.css';
import { FindingMark } from '../marks.tsx';
import { FindingFiles } from './finding-files.tsx';
import { FindingForm } from './finding.form.tsx';
import { VisitLine } from './visit-line.tsx';

/** One unit that is looked at: its visits, and what was found there. */
export function UnitPart({ inspection, unit }: { inspection: Inspection; unit: InspectedUnit }) {
  const t = useText();
  const { name } = unit.unit;
  return (
    <section className={classes['unit']} aria-label={name}>
      <h3>{name}</h3>
      <h4>{t('inspections.visits')}</h4>
      <ul className={classes['plain']} aria-label={t('inspections.visits.of', { unit: name })}>
        {unit.visits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} today={inspection.today} />
        ))}
      </ul>
      <h4>{t('inspections.findings')}</h4>
      {unit.findings.length === 0 ? (
        <p className={classes['soft']}>{t('inspections.findings.none')}</p>
      ) : (
        <ul className={classes['plain']} aria-label={t('inspections.findings.of', { unit: name })}>
          {unit.findings.map((finding) => (
            <FindingLine key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
      {inspection.can.find ? <FindingForm inspectionId={inspection.id} unit={unit} /> : null}
    </section>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const t = useText();
  const { withdrawn, task } = finding;
  return (
    <li>
      <p>
        <FindingMark kind={finding.kind} />
      </p>
      <p className={withdrawn === null ? classes['written'] : classes['taken']}>{finding.words}</p>
      {task === null ? null : (
        <p>
          {t('inspections.finding.task')}{' '}
          <PageLink to="/nhiem-vu/$taskId" params={{ taskId: task.id }}>
            {task.words}
          </PageLink>
        </p>
      )}
      <p className={classes['soft']}>
        {t('task.byAt', { by: finding.recordedBy.name, at: formatInstant(finding.recordedAt) })}
      </p>
      <FindingFiles finding={finding} />
      {withdrawn === null ? null : (
        <p>
          {t('inspections.finding.withdrawn', { by: withdrawn.by.name, at: formatInstant(withdrawn.at) })}{' '}
          {withdrawn.reason}
        </p>
      )}
      {finding.can.withdraw ? (
        <WordsForm
          about={`finding.${finding.id}`}
          open={t('inspections.finding.withdraw')}
          label={t('inspections.finding.withdraw.reason')}
          repeatable={false}
          act={({ words }) => call(withdrawFinding, { params: { findingId: finding.id }, body: { reason: words } })}
        />
      ) : null}
    </li>
  );
}
