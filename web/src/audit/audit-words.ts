import type { AuditEntry } from '@mangnon/domain/access/audit.api.ts';
import { useText } from '../platform/language.tsx';
import { messages, type MessageKey } from '../platform/messages.ts';

const isKey = (key: string): key is MessageKey => Object.hasOwn(messages.vi, key);

/** Records and calls in plain words; what has none (written by a newer version) keeps its own name. */
export function useAuditWords(names: Readonly<Record<string, string>>) {
  const t = useText();
  const tellRecord = (record: string): string => {
    const [kind = '', id = ''] = record.split(/:(.*)/s);
    const key = `audit.kind.${kind}`;
    return isKey(key) ? t(key, { id: names[record] ?? shorten(id) }) : record;
  };
  const tellAction = ({ action, refusal }: Pick<AuditEntry, 'action' | 'refusal'>): string => {
    const key = `audit.action.${action}`;
    const said = isKey(key) ? t(key) : action;
    return refusal === null ? said : t('audit.refused', { action: said });
  };
  return { tellRecord, tellAction };
}

/** Enough of a long id to know it again; the whole one stands in the address. */
function shorten(id: string): string {
  return /^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id;
}
