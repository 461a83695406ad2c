import { inkThreshold } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';

const widest = 8;
const shrink = 3;
const fewPoints = 400;

/**
 * By how many degrees a page lies turned with the clock, from −8 to 8, to a fiftieth of a degree: the angle at
 * which its lines of text stand out most sharply against the white between them. 0 for a page without text.
 */
export function findSkew(picture: GrayPicture): number {
  const points = inkPoints(picture);
  if (points.length < fewPoints) return 0;
  let best = 0;
  for (const [reach, step] of [
    [widest, 0.5],
    [0.5, 0.1],
    [0.1, 0.02],
  ] as const) {
    const middle = best;
    let sharpest = -1;
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const sharpness = lineSharpness(points, angle, picture.height / shrink);
      if (sharpness > sharpest) {
        sharpest = sharpness;
        best = angle;
      }
    }
  }
  return Math.abs(best) >= widest ? 0 : best;
}

/** Whether there is more on a page than a few words. */
export function hasText(picture: GrayPicture): boolean {
  return inkPoints(picture).length >= fewPoints;
}

/** x and y, alternating, of dark points; large black areas (photographs, edges) are thinned out by the cap. */
function inkPoints(picture: GrayPicture): Float32Array {
  const threshold = inkThreshold(picture);
  const points: number[] = [];
  const margin = Math.round(picture.width * 0.03);
  for (let y = margin; y < picture.height - margin; y += shrink) {
    for (let x = margin; x < picture.width - margin; x += shrink) {
      if ((picture.pixels[y * picture.width + x] as number) < threshold) points.push(x / shrink, y / shrink);
    }
  }
  const keep = Math.max(1, Math.ceil(points.length / 240_000));
  if (keep === 1) return Float32Array.from(points);
  return Float32Array.from(points.filter((_, at) => (at >> 1) % keep === 0));
}

function lineSharpness(points: Float32Array, degrees: number, height: number): number {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const offset = Math.ceil(height);
  const rows = new Float64Array(offset * 4);
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] as number) * cos - (points[at] as number) * sin) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] as number) - (rows[row - 1] as number)) ** 2;
  return sum;
}
