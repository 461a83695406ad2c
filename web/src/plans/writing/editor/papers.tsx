import { getManuscriptPaper } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { call } from '../../../platform/api.ts';
import { useText } from '../../../platform/language.tsx';
import { ExportButton } from '../../../platform/workbook/export-button.tsx';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';

/** The draft on paper, with room for number and day: to be read, carried along, or signed by hand. */
export function Papers() {
  const t = useText();
  const { desk, manuscript } = useDesk();
  // Once issued, the papers stand with the plan: the very file that was issued.
  if (manuscript.planId !== null) return null;
  const load = (form: 'word' | 'pdf') => async () => {
    await desk.drain();
    return call(getManuscriptPaper, { params: { manuscriptId: manuscript.id }, query: { form } });
  };
  return (
    <section aria-labelledby="ban-in">
      <h2 id="ban-in">{t('writing.papers')}</h2>
      <div className={classes['tools']}>
        <ExportButton label={t('writing.papers.word')} load={load('word')} tellDone={({ fileName }) => fileName} />
        <ExportButton label={t('writing.papers.pdf')} load={load('pdf')} tellDone={({ fileName }) => fileName} />
      </div>
    </section>
  );
}
