import type { PageRule } from '../files/page-content.ts';
import { inkThreshold } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';

const gap = 2;
const ruleLimit = 3000;
/** In points of the page. */
const thickestRule = 2;
const tallestLetter = 72;

/**
 * Finds the straight lines of a level page (tables, frames, underlines) and wipes them out of the picture, so that
 * they are not taken for letters; the upright strokes of large letters stay. Dark bands along the edges, a scanner's
 * shadow, go too. Gives the lines in points of the page (1/72 inch) where one point of the picture is `unit` long.
 * Changes the picture.
 */
export function takeOutRules(picture: GrayPicture, unit: number): PageRule[] {
  const { width, height, pixels } = picture;
  const threshold = inkThreshold(picture);
  wipeEdges(picture, threshold);
  const rules: PageRule[] = [];
  const wipes: [number, number, number, number][] = [];
  const level = Math.round(36 / unit);
  const upright = Math.round(26 / unit);
  for (let y = 0; y < height; y += 1) {
    for (const [from, to] of darkRuns(pixels, y * width, 1, width, level, threshold)) {
      rules.push({ left: from * unit, right: to * unit, top: y * unit, bottom: y * unit + 0.5 });
      wipes.push([from, y, to, y + 1]);
    }
  }
  const bands: Band[] = [];
  let open: Band[] = [];
  for (let x = 0; x < width; x += 1) {
    open = open.filter((band) => band.right >= x - 1);
    for (const run of darkRuns(pixels, x, width, height, upright, threshold)) {
      const beside = open.find((band) => band.top < run[1] && band.bottom > run[0]);
      const band = beside ?? { left: x, right: x, top: run[0], bottom: run[1], runs: [] };
      if (!beside) {
        bands.push(band);
        open.push(band);
      }
      widen(band, x, run);
    }
  }
  for (const { runs } of bands.filter((band) => !isStem(band, unit))) {
    for (const [x, from, to] of runs) {
      rules.push({ left: x * unit, right: x * unit + 0.5, top: from * unit, bottom: to * unit });
      wipes.push([x, from, x + 1, to]);
    }
  }
  for (const [left, top, right, bottom] of wipes) wipe(picture, left - 1, top - 1, right + 1, bottom + 1);
  return rules.slice(0, ruleLimit);
}

/** Upright dark runs that stand side by side: x, top and bottom of each, and the box of all. */
interface Band {
  readonly left: number;
  right: number;
  top: number;
  bottom: number;
  readonly runs: [number, number, number][];
}

function widen(band: Band, x: number, [from, to]: readonly [number, number]): void {
  band.right = x;
  band.top = Math.min(band.top, from);
  band.bottom = Math.max(band.bottom, to);
  band.runs.push([x, from, to]);
}

/** A stroke of a letter of 40 points or more: thicker than lines are ruled, not as long, and no block of black. */
function isStem({ left, right, top, bottom }: Band, unit: number): boolean {
  const [thick, tall] = [(right + 1 - left) * unit, (bottom - top) * unit];
  return thick > thickestRule && thick < 0.35 * tall && tall < tallestLetter;
}

/** Stretches of at least `shortest` dark points along one row or column, small breaks allowed. */
function darkRuns(
  pixels: Uint8Array,
  start: number,
  step: number,
  length: number,
  shortest: number,
  threshold: number,
): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  let last = -1;
  for (let at = 0, index = start; at <= length; at += 1, index += step) {
    const dark = at < length && (pixels[index] as number) < threshold;
    if (dark) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && (at - last > gap || at === length)) {
      if (last - from >= shortest) runs.push([from, last + 1]);
      from = -1;
    }
  }
  return runs;
}

function wipe(picture: GrayPicture, left: number, top: number, right: number, bottom: number): void {
  for (let y = Math.max(0, top); y < Math.min(picture.height, bottom); y += 1) {
    picture.pixels.fill(255, y * picture.width + Math.max(0, left), y * picture.width + Math.min(picture.width, right));
  }
}

function wipeEdges(picture: GrayPicture, threshold: number): void {
  const { width, height, pixels } = picture;
  const darkShare = (start: number, step: number, length: number) => {
    let dark = 0;
    for (let at = 0, index = start; at < length; at += 4, index += step * 4)
      if ((pixels[index] as number) < threshold) dark += 4;
    return dark / length;
  };
  const band = (size: number, share: (at: number) => number, clear: (at: number) => void) => {
    for (let at = 0; at < size; at += 1) if (share(at) > 0.5) for (let each = 0; each <= at; each += 1) clear(each);
  };
  const side = Math.round(width * 0.04);
  const end = Math.round(height * 0.03);
  band(
    side,
    (x) => darkShare(x, width, height),
    (x) => wipe(picture, x, 0, x + 1, height),
  );
  band(
    side,
    (x) => darkShare(width - 1 - x, width, height),
    (x) => wipe(picture, width - 1 - x, 0, width - x, height),
  );
  band(
    end,
    (y) => darkShare(y * width, 1, width),
    (y) => wipe(picture, 0, y, width, y + 1),
  );
  band(
    end,
    (y) => darkShare((height - 1 - y) * width, 1, width),
    (y) => wipe(picture, 0, height - 1 - y, width, height - y),
  );
}
