import type { LineKind } from './line-kinds.ts';
import type { Marker } from './marker.ts';
import type { Scope } from './plan-outline.ts';

const majors = ['phần', 'chương', 'mục', 'điều', 'upper', 'roman'];

/** True for the markers that divide a plan into its parts. */
export function isMajor(kind: string): boolean {
  return majors.includes(kind);
}

function isBullet(kind: string): boolean {
  return kind.startsWith('bullet');
}

/** Parts, chapters and articles keep a title without a number below them; in a section I a new title ends it. */
function isAbovePart(kind: string): boolean {
  return /^(?:phần|chương|mục|điều)$/.test(kind);
}

/** The open headings and items while an outline is read from top to bottom. */
export class ScopeStack {
  readonly all: Scope[] = [];
  private open_: Scope[] = [];

  constructor() {
    this.reset();
  }

  get top(): Scope {
    return this.open_.at(-1) as Scope;
  }

  /** Begins anew: an annex, or the plan that a decision attaches. */
  reset(): void {
    const root: Scope = {
      id: this.all.length,
      parent: -1,
      kind: 'root',
      number: 0,
      heading: true,
      path: '',
      depth: 0,
      topic: null,
      owner: [],
      line: -1,
    };
    this.all.push(root);
    this.open_ = [root];
  }

  /** Topic and owner of the scope that a line with this marker will stand in. */
  contextFor(marker: Marker | null): { topic: Scope['topic']; owner: Scope['owner'] } {
    const { topic, owner } = this.parentFor(marker).at(-1) as Scope;
    return { topic, owner };
  }

  /** True where an unmarked line would stand beside a paragraph that names who is in charge. */
  isBesideOwner(marker: Marker | null): boolean {
    const beside = this.parentFor(marker).at(-1);
    return marker === null && beside !== undefined && beside.kind === 'agency' && !beside.heading;
  }

  /** True where a line with `next` would stand below the line with `here`, which is not open yet. */
  isDeeper(next: Marker, here: Marker | null, introduced: boolean): boolean {
    if (isMajor(next.kind))
      return here !== null && isMajor(here.kind) && majors.indexOf(next.kind) > majors.indexOf(here.kind);
    if (next.kind === here?.kind) return false;
    const parents = this.parentFor(here);
    if (!here) return isBullet(next.kind) || !parents.some((scope) => scope.kind === next.kind) || next.number === 1;
    if (isMajor(here.kind)) return true;
    if (isBullet(here.kind) && !isBullet(next.kind))
      return introduced && !parents.some((scope) => scope.kind === next.kind);
    return next.number === 1 || !parents.some((scope) => scope.kind === next.kind);
  }

  /** Enters a judged line; gives the scope it opened, or the one it stands in when it opens none. */
  open(judged: LineKind, marker: Marker | null, line: number, goesOnWithTitle: boolean): Scope {
    const heading = judged.kind === 'heading';
    if (!marker) {
      if (judged.kind === 'field') {
        this.open_ = this.withoutBullets();
        return this.top;
      }
      if (heading && goesOnWithTitle && judged.topic === null && judged.owner === null) return this.top;
      this.open_ = this.parentFor(null, judged);
      if (!heading && judged.owner === null) return this.top;
    } else this.open_ = judged.kind === 'field' ? this.parentForField(marker) : this.parentFor(marker, judged);
    if (judged.kind === 'field') return this.top;
    const parent = this.top;
    const label = heading ? (marker?.label ?? '') : '';
    const scope: Scope = {
      id: this.all.length,
      parent: parent.id,
      kind: marker?.kind ?? kindOf(judged),
      number: marker?.number ?? 0,
      heading,
      path: joinLabels(parent.path, label),
      depth: parent.depth + (heading ? 1 : 0),
      topic:
        judged.topic === null || (judged.topic === 'tasks' && parent.topic === 'purpose') ? parent.topic : judged.topic,
      owner: judged.owner ?? parent.owner,
      line,
    };
    // «Phần I» alone on its line is about what the title below it says, also for the sections that end this title.
    if (marker === null && heading && isAbovePart(parent.kind) && parent.line === line - 1)
      parent.topic ??= scope.topic;
    this.all.push(scope);
    this.open_.push(scope);
    return scope;
  }

  /** The open scopes above a line with this marker. */
  private parentFor(marker: Marker | null, judged?: LineKind): Scope[] {
    if (!marker) return this.parentOfUnmarked(judged);
    const { kind, number } = marker;
    const at = this.open_.findLastIndex((scope) => scope.kind === kind);
    if (at >= 0) {
      const same = this.open_[at] as Scope;
      const top = this.top;
      // «- Sở Y tế:» with its tasks under the same bullet.
      if (isBullet(kind) && same === top && same.heading && same.owner.length > 0 && (judged?.owner ?? null) === null) {
        return this.open_;
      }
      // A count that begins again deeper down is a list of its own.
      if (number === 1 && same !== top && same.number >= 1 && !isMajor(kind) && !isBullet(kind))
        return this.withoutBullets();
      return this.open_.slice(0, at);
    }
    if (isMajor(kind)) {
      const rank = majors.indexOf(kind);
      return this.open_.filter(
        (scope) =>
          scope.kind === 'root' || (isMajor(scope.kind) && majors.indexOf(scope.kind) < rank) || scope.kind === 'part',
      );
    }
    return isBullet(kind) ? this.open_ : this.withoutBullets();
  }

  /** Numbers do not stand under a bullet, unless it introduces them. */
  private withoutBullets(): Scope[] {
    const at = this.open_.findIndex((scope) => isBullet(scope.kind) && !scope.heading);
    return at < 0 ? this.open_ : this.open_.slice(0, at);
  }

  private parentForField(marker: Marker): Scope[] {
    const at = this.open_.findLastIndex((scope) => scope.kind === marker.kind);
    if (at >= 0) return this.open_.slice(0, at);
    // A star stands above dashes: its field is about all tasks of the block, not about the last of them.
    return /^bullet[•*]$/.test(marker.kind) ? this.withoutBullets() : this.open_;
  }

  private parentOfUnmarked(judged?: LineKind): Scope[] {
    const kind = judged ? kindOf(judged) : 'paragraph';
    if (kind === 'title') return this.open_.filter((scope) => scope.kind === 'root' || isAbovePart(scope.kind));
    const bare = this.open_.filter((scope) => !(isBullet(scope.kind) && !scope.heading));
    const at = bare.findIndex((scope) => scope.kind === kind);
    if (kind === 'agency' || kind === 'intro') return at < 0 ? bare : bare.slice(0, at);
    return bare;
  }
}

function kindOf(judged: LineKind): string {
  if (judged.owner !== null) return 'agency';
  if (judged.kind !== 'heading') return 'paragraph';
  return judged.sureness >= 0.95 ? 'title' : 'intro';
}

function joinLabels(path: string, label: string): string {
  if (label === '') return path;
  const parts = path === '' ? [] : path.split('.');
  const own = label.split('.');
  // «1.2» under «III.1» is «III.1.2».
  while (own.length > 1 && parts.length > 0 && parts.at(-1) !== own[0] && /^\d+$/.test(parts.at(-1) ?? '')) parts.pop();
  if (own.length > 1 && parts.at(-1) === own[0]) own.shift();
  return [...parts, ...own].join('.');
}
