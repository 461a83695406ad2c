import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageRule } from './page-content.ts';

type Matrix = readonly [number, number, number, number, number, number];

const imageOps = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
]);
const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const ruleLimit = 4000;

/**
 * What is drawn on a page beside text: the straight level and upright lines (tables are ruled with lines or with
 * thin filled boxes), and the share of the page that its largest picture covers. Places are those of the page turned
 * by `rotation` degrees with the clock.
 */
export async function readPageDrawing(
  page: PDFPageProxy,
  rotation: number,
): Promise<{ readonly rules: readonly PageRule[]; readonly picture: number }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1, rotation });
  let now = viewport.transform as unknown as Matrix;
  const saved: Matrix[] = [];
  const rules: PageRule[] = [];
  let picture = 0;
  for (let at = 0; at < fnArray.length; at += 1) {
    const op = fnArray[at] as number;
    const args: unknown = argsArray[at];
    if (op === OPS.save || op === OPS.paintFormXObjectBegin) {
      saved.push(now);
      if (op !== OPS.save && Array.isArray(args) && isMatrix(args[0])) now = times(now, args[0]);
    } else if (op === OPS.restore || op === OPS.paintFormXObjectEnd) now = saved.pop() ?? now;
    else if (op === OPS.transform && isMatrix(args)) now = times(now, args);
    else if (op === OPS.constructPath && rules.length < ruleLimit && Array.isArray(args)) addPath(args, now, rules);
    else if (imageOps.has(op))
      picture = Math.max(picture, Math.abs(now[0] * now[3] - now[1] * now[2]) / (viewport.width * viewport.height));
  }
  return { rules, picture };
}

function isMatrix(value: unknown): value is Matrix {
  return (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) && value.length === 6;
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** pdf.js hands a path on as numbers: 0 move, 1 line, 2 curve, 4 close, each with its points. */
function addPath(args: readonly unknown[], matrix: Matrix, rules: PageRule[]): void {
  const [paint, paths] = args as [number, unknown];
  const data: unknown = Array.isArray(paths) ? paths[0] : null;
  if (!(data instanceof Float32Array) || data.length > 20_000) return;
  const point = (at: number) => {
    const x = data[at] ?? 0;
    const y = data[at + 1] ?? 0;
    return { x: matrix[0] * x + matrix[2] * y + matrix[4], y: matrix[1] * x + matrix[3] * y + matrix[5] };
  };
  const stroked = strokes.has(paint);
  let shape: { x: number; y: number }[] = [];
  const finish = () => {
    if (shape.length > 1) addShape(shape, stroked, rules);
    shape = [];
  };
  for (let at = 0; at < data.length;) {
    const op = data[at];
    if (op === 0) {
      finish();
      shape.push(point(at + 1));
      at += 3;
    } else if (op === 1) {
      shape.push(point(at + 1));
      at += 3;
    } else if (op === 2) {
      shape = [];
      at += 7;
    } else if (op === 3) {
      shape = [];
      at += 5;
    } else {
      if (shape[0]) shape.push(shape[0]);
      at += 1;
    }
  }
  finish();
}

function addShape(
  shape: readonly { readonly x: number; readonly y: number }[],
  stroked: boolean,
  rules: PageRule[],
): void {
  if (stroked) {
    for (let at = 1; at < shape.length; at += 1) {
      const from = shape[at - 1];
      const to = shape[at];
      if (from && to && (Math.abs(from.x - to.x) < 1.5 || Math.abs(from.y - to.y) < 1.5)) rules.push(boxOf([from, to]));
    }
    return;
  }
  const box = boxOf(shape);
  if (box.right - box.left < 2.5 || box.bottom - box.top < 2.5) rules.push(box);
}

function boxOf(points: readonly { readonly x: number; readonly y: number }[]): PageRule {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
