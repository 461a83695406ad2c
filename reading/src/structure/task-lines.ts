import { fold } from '@mangnon/domain/kernel/fold.ts';
import { readAssignment } from '../agencies/assignment.ts';
import type { PlanLine, PlanOutline } from './plan-outline.ts';

const reference =
  /^(?:chi tiet |cu the |co )?.{0,160}\b(?:(?:tai|theo|trong) (?:cac )?(?:phu luc|bieu (?:kem|so|dinh)|bang (?:kem|so|phan cong|duoi|sau))|phu luc (?:\w+ )?kem theo|bieu kem theo)\b.{0,60}$/;
const reportingClause =
  /^(?:thuc hien (?:nghiem (?:tuc )?)?)?(?:che do )?(?:thong tin )?bao cao(?: |$)(?:dinh ky|ket qua|:)?|^thuc hien che do (?:thong tin )?bao cao|^che do (?:thong tin )?bao cao/;
const footnote = /^\[\d{1,3}\]/;
/** «… thực hiện Quyết định này», «Quyết định có hiệu lực …»: articles of a decision, not of the plan it attaches. */
const ofDecision = /(?:thi hành|thực hiện) Quyết định này[./\s]*$|^Quyết định (?:này )?có hiệu lực/iu;
const fundingClause =
  /^(?:nguon )?kinh phi (?:thuc hien|trien khai|bao dam|tu|do|duoc|to chuc)|^(?:su dung|tu) (?:nguon )?(?:kinh phi|ngan sach)/;

/** True where a line of the body says something to be done. */
export function isTaskLine(outline: PlanOutline, at: number): boolean {
  const line = outline.lines[at];
  if (!line?.words || line.kind === 'row') return false;
  if (line.topic !== null && line.topic !== 'tasks') return false;
  const words = line.line.text.slice(line.words.start - line.line.span.start);
  if (!/\p{L}{2}/u.test(words) || words.startsWith('(') || footnote.test(words)) return false;
  if (line.zone === 'annex') return line.topic === 'tasks' && line.kind === 'item';
  const owned = line.owner.length > 0;
  if (words.endsWith(':') && !owned) return false;
  if (ofDecision.test(words)) return false;
  if (words.endsWith(':') && isIntroduction(outline, at)) return false;
  if (isReportingOfAll(line, words) || isPeriodicReport(line, words)) return false;
  if (owned) return true;
  const folded = fold(words.slice(0, 260));
  if (fundingClause.test(folded) || reportingClause.test(folded)) return false;
  if (words.length < 260 && reference.test(folded)) return false;
  return !(line.section === '' && line.kind === 'paragraph' && outline.sections.length > 0);
}

/** «Các sở, ngành báo cáo định kỳ 6 tháng …»: a clause on reporting for all, not a task of the agency above. */
function isReportingOfAll(line: PlanLine, words: string): boolean {
  if (!/báo cáo/iu.test(words)) return false;
  const named = readAssignment(words);
  const rest = named && named.shape === 'sentence' ? words.slice(named.rest) : line.named ? words : null;
  if (rest === null || (line.kind === 'item' && !line.named)) return false;
  return /^(?:có trách nhiệm |chủ trì (?:(?:các )?nhiệm vụ )?|thực hiện (?:chế độ )?|định kỳ |hằng |hàng |năm |quý |tháng |gửi |,? ?\d+ )*báo cáo(?: |$)/iu.test(
    rest,
  );
}

/**
 * «Định kỳ trước ngày 25 tháng 11 hằng năm, các đơn vị báo cáo …»: when all report. Under an agency's heading a
 * bullet like it is that agency's own task.
 */
function isPeriodicReport(line: PlanLine, words: string): boolean {
  if (line.kind === 'item' && line.owner.length > 0) return false;
  return /^(?:định kỳ|hằng|hàng|trước ngày|6 tháng|06 tháng)(?!\p{L})[^;]{0,140},\s*(?:các|những|thủ trưởng|đề nghị các|yêu cầu các|ubnd|ủy ban nhân dân)(?!\p{L})[^;]{0,160}báo cáo(?!\p{L})/iu.test(
    words,
  );
}

function isIntroduction(outline: PlanOutline, at: number): boolean {
  const line = outline.lines[at] as PlanLine;
  const next = outline.lines[at + 1];
  return next !== undefined && next.zone === line.zone && next.kind === 'item' && next.scope !== line.scope;
}
