import type { Sentence } from '../kernel/sentence.ts';
import type { VersionState } from './report-version.workflow.ts';

export const versionStateWords: Readonly<Record<VersionState, Sentence>> = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  signed: { vi: 'Đã ký, chờ gửi', en: 'Signed, to be sent' },
  sent: { vi: 'Đã gửi, chờ tiếp nhận', en: 'Sent, to be accepted' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  replaced: { vi: 'Đã có bản đính chính thay thế', en: 'Replaced by a correction' },
};
