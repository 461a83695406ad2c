import {
  paperKindIds,
  paperKindOf,
  tellPaperKind,
  type PaperKindId,
} from '@mangnon/domain/reports/paper/paper-kind.ts';
import { getConsolidationPaper, getVersionPaper, paperForms } from '@mangnon/domain/reports/paper/papers.api.ts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ExportButton } from '../../platform/workbook/export-button.tsx';
import classes from './report-papers.module.css';

type Form = (typeof paperForms)[number];
type Load = (kind: PaperKindId, form: Form) => Promise<{ fileName: string; base64: string }>;

/** The report of a unit as Word, PDF or workbook. */
export function VersionPapers({ versionId }: { versionId: string }) {
  return <Papers load={(kind, form) => call(getVersionPaper, { params: { versionId }, query: { kind, form } })} />;
}

/** What the reports of a due day add up to, in the same forms. */
export function ConsolidationPapers({ regimeId, dueOn }: { regimeId: string; dueOn: string }) {
  return (
    <Papers
      load={(kind, form) => call(getConsolidationPaper, { params: { regimeId }, query: { kind, form, dueOn } })}
    />
  );
}

function Papers({ load }: { load: Load }) {
  const t = useText();
  const { language } = useLanguage();
  const [kindId, setKindId] = useState<PaperKindId>('plan_periodic');
  const kind = paperKindOf(kindId);
  const { level, distribution } = kind.confidentiality;
  return (
    <section className={`${classes['papers']} not-printed`} aria-label={t('papers.title')}>
      <h2>{t('papers.title')}</h2>
      <NativeSelect
        label={t('papers.kind')}
        value={kindId}
        onChange={({ currentTarget }) => setKindId(paperKindIds.find((one) => one === currentTarget.value) ?? kindId)}
        data={paperKindIds.map((id) => ({ value: id, label: paperKindOf(id).name[language] }))}
      />
      <p>{t('papers.level', { level, distribution })}</p>
      <p>{t('papers.left')}</p>
      <div className={classes['tools']}>
        {paperForms.map((form) => (
          <ExportButton
            key={form}
            label={t(`papers.${form}`)}
            load={() => load(kindId, form)}
            tellDone={({ fileName }) => t('papers.done', { file: fileName })}
          />
        ))}
      </div>
      <details>
        <summary>{t('papers.facts')}</summary>
        <ul>
          {tellPaperKind(kind).map((line) => (
            <li key={line.vi}>{line[language]}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
