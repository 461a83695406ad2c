import type { ReadingWarning, Section } from '@mangnon/domain/plans/extraction.ts';
import { readAgencyPhrase } from '../agencies/agency-phrase.ts';
import type { NormalisedDocument, TextLine } from '../document/normalised-document.ts';
import { isInCapitals } from '../document/torn-lines.ts';
import { readField } from './fields.ts';
import type { Following, LineContext } from './line-kinds.ts';
import { judgeLine } from './line-kinds.ts';
import type { Marker } from './marker.ts';
import { readMarker } from './marker.ts';
import { NumberingCheck } from './numbering-check.ts';
import type { Zone } from './outline.ts';
import type { PlanLine, PlanOutline, Scope } from './plan-outline.ts';
import { isMajor, ScopeStack } from './scope-stack.ts';
import { ZoneFinder } from './zones.ts';

interface MarkedLine {
  readonly line: TextLine;
  readonly marker: Marker | null;
  readonly zone: Zone;
  readonly content: string;
  /** «Cơ quan chủ trì: …» and its like; «Nội dung:» is not among them, tasks stand under it. */
  readonly field: boolean;
}

/**
 * Takes a normalised document; says for each line in which zone and section it stands, what kind of line it is and
 * which agencies are in charge there. Every line comes back, in order; numbering that skips or repeats is a warning,
 * never a reason to lose a line. Time is linear in the text.
 */
export function findOutline(doc: NormalisedDocument): PlanOutline {
  const marked = markLines(doc);
  const stack = new ScopeStack();
  const numbering = new NumberingCheck();
  const sections: Section[] = [];
  const lines: PlanLine[] = [];
  for (const [at, entry] of marked.entries()) {
    const { line, marker, zone, content } = entry;
    const contentStart = line.span.start + (marker?.length ?? 0);
    const before = lines.at(-1);
    if (zone === 'head' && before && before.zone !== 'head') stack.reset();
    if (zone === 'annex' && before?.zone !== 'annex') stack.reset();
    if ((zone !== 'body' && zone !== 'annex') || line.row) {
      const scope = stack.top;
      const inBody = zone === 'body' || zone === 'annex';
      lines.push({
        line,
        zone,
        section: inBody ? scope.path : '',
        kind: line.row ? 'row' : 'paragraph',
        contentStart,
        owner: inBody ? scope.owner : [],
        topic: inBody ? scope.topic : null,
        scope: inBody ? scope.id : 0,
        words: null,
        named: false,
        sureness: 0.95,
      });
      continue;
    }
    const context: LineContext = {
      rank: rankOf(marker),
      following: findFollowing(marked, at, stack),
      ...stack.contextFor(marker),
      afterCapitals: before?.kind === 'heading' && isInCapitals(before.line.text),
      afterBareNumber: isBareNumber(before),
      besideOwner: stack.isBesideOwner(marker),
    };
    const judged = judgeLine(content, context);
    const scope = stack.open(judged, marker, at, context.afterCapitals && !context.afterBareNumber);
    const own = scope.line === at;
    if (own && marker) numbering.check(marker, scope, line.span);
    if (own && scope.heading && judged.kind === 'heading') {
      const title = content.slice(0, judged.titleEnd).replace(/[\s:.;]+$/, '');
      if (title !== '') sections.push({ label: scope.path, title, depth: Math.max(1, scope.depth), span: line.span });
    }
    const from = contentStart + (judged.words ?? 0);
    lines.push({
      line,
      zone,
      section: scope.path,
      kind: judged.kind,
      contentStart,
      owner: judged.owner ?? scope.owner,
      topic: scope.topic,
      scope: scope.id,
      words: judged.words === null ? null : { start: from, end: line.span.end },
      named: judged.owner !== null,
      sureness: judged.sureness,
    });
  }
  return {
    lines,
    sections,
    warnings: numbering.warnings satisfies readonly ReadingWarning[],
    scopes: stack.all satisfies readonly Scope[],
  };
}

function markLines(doc: NormalisedDocument): MarkedLine[] {
  const zones = new ZoneFinder(doc.lines);
  let lastNumber = 0;
  let lastLetter = 0;
  let lastSmall = 0;
  let lastKind = '';
  return doc.lines.map((line) => {
    const expected = (kind: string, number: number) => {
      if (kind === 'upper') return number === lastLetter + 1;
      if (kind === 'lower') return number === lastSmall + 1;
      if (number === lastNumber + 1) return number > 1 || lastKind === 'roman';
      // A number without its dot that also skips or repeats counts only before an agency.
      if (number < 1 || Math.abs(number - lastNumber) > 3) return false;
      return readAgencyPhrase(line.text.slice(0, 80).replace(/^\d+\s+/, ''), 0) !== null;
    };
    const marker = line.row ? null : readMarker(line.text, expected);
    const zone = zones.next(line, marker ? (isMajor(marker.kind) ? 'section' : 'item') : null);
    if (marker && (zone === 'body' || zone === 'annex')) {
      if (marker.kind === 'arabic') lastNumber = marker.number;
      if (marker.kind === 'upper') lastLetter = marker.number;
      if (marker.kind === 'lower') lastSmall = marker.number;
      if (isMajor(marker.kind)) lastNumber = 0;
      lastKind = marker.kind;
    }
    const content = line.text.slice(marker?.length ?? 0);
    const field = line.row ? null : readField(content);
    return { line, marker, zone, content, field: field !== null && field.key !== 'content' };
  });
}

/** «PHẦN THỨ HAI» alone on its line: its title stands below. */
function isBareNumber(line: PlanLine | undefined): boolean {
  return line !== undefined && line.kind === 'heading' && line.contentStart >= line.line.span.end;
}

function rankOf(marker: Marker | null): LineContext['rank'] {
  if (!marker) return 'none';
  return isMajor(marker.kind) ? 'major' : marker.kind.startsWith('bullet') ? 'bullet' : 'number';
}

/** What stands under a line, its fields left aside. */
function findFollowing(marked: readonly MarkedLine[], at: number, stack: ScopeStack): Following {
  const here = marked[at];
  if (!here) return null;
  let next = at + 1;
  while (next < at + 12 && marked[next]?.field) next += 1;
  const below = marked[next];
  if (!below || below.zone !== here.zone) return null;
  if (below.line.row) return 'table';
  if (below.marker) return stack.isDeeper(below.marker, here.marker, here.content.endsWith(':')) ? 'deeper' : null;
  if (isInCapitals(below.line.text) && below.line.text.length < 160) return null;
  const phrase = here.marker ? null : readAgencyPhrase(below.line.text, 0);
  return phrase && phrase.end >= below.line.text.length - 1 ? null : 'paragraph';
}
