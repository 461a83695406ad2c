import type { ReadingWarning, Span } from '@mangnon/domain/plans/extraction.ts';
import { makeWarning } from '../facts/facts-found.ts';
import type { Marker } from './marker.ts';
import type { Scope } from './plan-outline.ts';

/** Notes where a count skips or repeats a number; such lines are read all the same. */
export class NumberingCheck {
  readonly warnings: ReadingWarning[] = [];
  private readonly last = new Map<string, Marker>();

  check(marker: Marker, scope: Scope, span: Span): void {
    if (marker.number === 0 || !/^(?:roman|arabic|decimal\d)$/.test(marker.kind)) return;
    const key = `${scope.parent}/${marker.kind}/${marker.label.replace(/\d+$/, '')}`.replace(/[IVXL]+$/, '');
    const before = this.last.get(key);
    this.last.set(key, marker);
    if (before === undefined || marker.number === before.number + 1 || marker.number === 1) return;
    const place = { start: span.start, end: span.start + marker.length };
    const details = { label: marker.label, before: before.label };
    const code = marker.number <= before.number ? 'numbering_repeats' : 'numbering_skips';
    this.warnings.push(makeWarning(code, place, details));
  }
}
