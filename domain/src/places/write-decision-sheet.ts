import type { Sheet } from '../kernel/workbook/sheet.ts';
import type { ChangeDecision } from './change-decision.ts';
import type { DescribedChange } from './place-changes.api.ts';
import { changeWords, decisionSheet } from './places-sheet.ts';

export interface DecidedChange {
  readonly what: DescribedChange['what'];
  readonly name: string;
  readonly placeId: string;
  readonly decision: ChangeDecision;
}

/** The decisions with the changes each of them caused, one change a row. */
export function writeDecisionSheet(changes: readonly DecidedChange[]): Sheet {
  return {
    name: decisionSheet.name,
    rows: [
      decisionSheet.columns,
      ...changes.map(({ what, name, placeId, decision: { number, day, issuer, title, link } }) => {
        const [code = '', from = ''] = placeId.split('@');
        return [
          number,
          { day },
          issuer,
          title,
          link,
          code,
          from === '' ? null : { day: from },
          changeWords[what],
          name,
        ];
      }),
    ],
  };
}
