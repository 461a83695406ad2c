import { decree30 } from '@mangnon/domain/kernel/document/decree-30.ts';
import type { PartForm } from '@mangnon/domain/kernel/document/form-measure.ts';
import { widthOnPaper } from './paper-fonts.ts';

export type PartName = keyof typeof decree30.parts;
type RuleName = 'rule_of_motto' | 'rule_of_issuer' | 'rule_of_summary';

const { measures } = decree30;

export const points = (mm: number): number => (mm / 25.4) * 72;

/** The sheet in points; landscape turns paper and margins together. */
export const sheet = {
  width: points(measures.paper_width.ours),
  height: points(measures.paper_height.ours),
  top: points(measures.margin_top.ours),
  bottom: points(measures.margin_bottom.ours),
  left: points(measures.margin_left.ours),
  right: points(measures.margin_right.ours),
} as const;

/** Room for text between the margins, in points. */
export function roomOf(landscape: boolean): number {
  return (landscape ? sheet.height : sheet.width) - sheet.left - sheet.right;
}

/** Shares of the page that the two blocks at its head and at its end take. */
/** The nation's name needs 270 points at its size and must stay on one line, whatever a program puts beside cells. */
export const headShares = [0.38, 0.62] as const;
export const endShares = [0.5, 0.5] as const;

export function formOf(name: PartName): PartForm {
  return decree30.parts[name];
}

/** The length of the rule under a line, in points; of several lines the last counts. */
export function ruleLength(rule: RuleName, line: string, part: PartName, room: number): number {
  const { ours, weight } = formOf(part);
  return Math.min(room, widthOnPaper(line, ours, weight)) * measures[rule].ours;
}
