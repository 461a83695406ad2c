import {
  openFindingFile,
  uploadFindingFile,
  withdrawFindingFile,
} from '@mangnon/domain/inspections/finding-files.api.ts';
import type { Finding } from '@mangnon/domain/inspections/inspections.api.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { upload } from '../../platform/upload.ts';
import type { FileDoor } from '../../tasks/task/file-door.ts';
import { ProofButton } from '../../tasks/task/proof-button.tsx';
import { ProofChoice } from '../../tasks/task/proof-choice.tsx';
import { useProof } from '../../tasks/task/use-proof.ts';
import classes from '../inspections.module.css';

const doorOf = (findingId: string): FileDoor => ({
  send: ({ id, ...rest }) => upload(uploadFindingFile, { params: { findingId }, fields: { id }, ...rest }),
  open: (fileId, unscanned) => call(openFindingFile, { params: { fileId }, body: { unscanned } }),
  drop: (fileId) => call(withdrawFindingFile, { params: { fileId } }),
});

/** What shows a finding: photos and files, opened as proof is; the inspecting side adds some. */
export function FindingFiles({ finding }: { finding: Finding }) {
  const t = useText();
  const { id, files, can } = finding;
  const door = useMemo(() => doorOf(id), [id]);
  const [adding, setAdding] = useState(false);
  if (adding && can.attach) return <Adding door={door} finding={finding} onEnd={() => setAdding(false)} />;
  return (
    <>
      {files.length === 0 ? null : (
        <ul className={classes['plain']} aria-label={t('inspections.finding.files')}>
          {files.map((file) => (
            <li key={file.id}>
              <ProofButton proof={file} open={door.open} />
            </li>
          ))}
        </ul>
      )}
      {can.attach ? (
        <div className={`${classes['act']} not-printed`}>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('inspections.finding.files.add')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Adding({ door, finding, onEnd }: { door: FileDoor; finding: Finding; onEnd: () => void }) {
  const t = useText();
  const proof = useProof(door);
  const sending = proof.files.some(({ state }) => state === 'sending' || state === 'waiting');
  return (
    <>
      <ProofChoice
        door={door}
        proof={proof}
        loose={finding.files}
        mayDrop={finding.can.withdraw}
        title={t('inspections.finding.files')}
      />
      <div className={classes['act']}>
        <Button variant="default" disabled={sending} onClick={onEnd}>
          {t('inspections.finding.files.done')}
        </Button>
      </div>
    </>
  );
}
