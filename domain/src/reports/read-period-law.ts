import { periodLaw, type PeriodLaw } from './period-rule.ts';
import rows from './period-rules.json' with { type: 'json' };

/** What the law says of reporting periods: `period-rules.json`, each rule with basis, article and trust. */
export function readPeriodLaw(): PeriodLaw {
  return periodLaw.parse(rows);
}
