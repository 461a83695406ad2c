import type { ManuscriptState } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import { formatInstant } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import type { DeskView } from '../desk/create-desk.ts';

export function StateWord({ state }: { state: ManuscriptState }) {
  const t = useText();
  return <strong>{t(`writing.state.${state}`)}.</strong>;
}

/** Whether what was typed is kept, and since when. */
export function SaveWord({ view, savedAt }: { view: DeskView; savedAt: string }) {
  const t = useText();
  const at = formatInstant(view.savedAt === null ? savedAt : new Date(view.savedAt).toISOString());
  return (
    <output>
      {view.link === 'saving'
        ? t('writing.save.saving')
        : view.link === 'lost'
          ? t(view.keptHere ? 'writing.save.lost' : 'writing.save.nowhere')
          : t('writing.save.saved', { at })}
    </output>
  );
}
