import {
  addCaseNarrative,
  addCaseOffender,
  addCaseReporter,
  changeCaseNarrative,
  changeCaseOffender,
  changeCaseReporter,
} from '@mangnon/domain/cases/case-groups.api.ts';
import type { CaseNarrative, CaseOffender, CaseReporter } from '@mangnon/domain/cases/case-groups.ts';
import type { CaseFile } from '@mangnon/domain/cases/cases.api.ts';
import { GroupSection } from '../../children/groups/group-section.tsx';
import { call } from '../../platform/api.ts';
import { RevealReporter } from './reveal-reporter.tsx';

/** What happened, who is said to have done it, who reported: each by itself. */
export function CaseGroups({ file, onDone }: { file: CaseFile; onDone: (file: CaseFile) => void }) {
  const params = { caseId: file.id };
  const can = (act: CaseFile['can'][number]) => file.can.includes(act);
  return (
    <>
      <GroupSection
        group="narrative"
        id={file.id}
        shown={file.narrative}
        canAdd={can('addNarrative')}
        canChange={can('changeNarrative')}
        send={(content, seen) =>
          seen === null
            ? call(addCaseNarrative, { params, body: { content: content as CaseNarrative } })
            : call(changeCaseNarrative, { params, body: { seen, content: content as CaseNarrative } })
        }
        onDone={onDone}
      />
      <GroupSection
        group="offender"
        id={file.id}
        shown={file.offender}
        canAdd={can('addOffender')}
        canChange={can('changeOffender')}
        send={(content, seen) =>
          seen === null
            ? call(addCaseOffender, { params, body: { content: content as CaseOffender } })
            : call(changeCaseOffender, { params, body: { seen, content: content as CaseOffender } })
        }
        onDone={onDone}
      />
      <GroupSection
        group="reporter"
        id={file.id}
        shown={file.reporter}
        canAdd={can('addReporter')}
        canChange={can('changeReporter')}
        send={(content, seen) =>
          seen === null
            ? call(addCaseReporter, { params, body: { content: content as CaseReporter } })
            : call(changeCaseReporter, { params, body: { seen, content: content as CaseReporter } })
        }
        onDone={onDone}
      >
        {can('revealReporter') && file.reporter.state === 'covered' ? <RevealReporter caseId={file.id} /> : null}
      </GroupSection>
    </>
  );
}
