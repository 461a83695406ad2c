/** A picture in shades of gray, one byte a point, 0 black to 255 white, row by row. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

// A point this far from gray, and not dark, is ink of a colour: a red stamp, a blue signature, a marker's yellow.
const colourful = 45;
const darkest = 110;

/**
 * Takes the colours of a rendered page (RGBA) and gives its printed text in gray. Coloured ink becomes white paper;
 * print under a stamp stays, being darker than the stamp.
 */
export function grayWithoutInk(rgba: Uint8ClampedArray, width: number, height: number): GrayPicture {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const red = rgba[from] as number;
    const green = rgba[from + 1] as number;
    const blue = rgba[from + 2] as number;
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    pixels[at] = most - least > colourful && most > darkest ? 255 : (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { width, height, pixels };
}

/** The shade between paper and ink of this picture: halfway between its darkest and its usual lightest tenth. */
export function inkThreshold(picture: GrayPicture): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < picture.pixels.length; at += 7)
    counts[picture.pixels[at] as number] = (counts[picture.pixels[at] as number] ?? 0) + 1;
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  let paper = 255;
  for (let shade = 0; shade < 256; shade += 1) {
    below += counts[shade] ?? 0;
    if (below > total * 0.5) {
      paper = shade;
      break;
    }
  }
  return Math.ceil(Math.max(60, Math.min(170, paper * 0.62)));
}

const whole = 1 << 16;
const half = 1 << 15;

/** Turns a picture about its middle; `degrees` above 0 turns with the clock. What comes in from outside is white. */
export function turn(picture: GrayPicture, degrees: number): GrayPicture {
  const { width, height, pixels } = picture;
  const out = new Uint8Array(width * height).fill(255);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const middleX = width / 2;
  const middleY = height / 2;
  // Millions of points: places are counted in whole numbers, 1/65536 of a point each.
  const stepX = Math.round(cos * whole);
  const stepY = Math.round(-sin * whole);
  for (let y = 0; y < height; y += 1) {
    let sourceX = Math.round((cos * (0 - middleX) + sin * (y - middleY) + middleX) * whole);
    let sourceY = Math.round((-sin * (0 - middleX) + cos * (y - middleY) + middleY) * whole);
    for (let x = 0, to = y * width; x < width; x += 1, to += 1, sourceX += stepX, sourceY += stepY) {
      const left = sourceX >> 16;
      const top = sourceY >> 16;
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const right = (sourceX >> 8) & 255;
      const down = (sourceY >> 8) & 255;
      const at = top * width + left;
      const above = (pixels[at] as number) * (256 - right) + (pixels[at + 1] as number) * right;
      const below = (pixels[at + width] as number) * (256 - right) + (pixels[at + width + 1] as number) * right;
      out[to] = (above * (256 - down) + below * down) >> 16;
    }
  }
  return { width, height, pixels: out };
}

/** Turns a picture by whole quarters with the clock. */
export function turnQuarters(picture: GrayPicture, quarters: number): GrayPicture {
  let now = picture;
  for (let done = 0; done < ((quarters % 4) + 4) % 4; done += 1) {
    const { width, height, pixels } = now;
    const out = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) out[x * height + (height - 1 - y)] = pixels[y * width + x] as number;
    now = { width: height, height: width, pixels: out };
  }
  return now;
}

/** The picture as a binary PGM file, made narrower by `share` (more than a half; 1 leaves it as it is). */
export function toPgm(picture: GrayPicture, share: number): Buffer {
  const width = Math.max(1, Math.round(picture.width * share));
  const head = Buffer.from(`P5\n${width} ${picture.height}\n255\n`);
  const out = Buffer.allocUnsafe(head.length + width * picture.height);
  head.copy(out);
  if (width === picture.width) {
    out.set(picture.pixels, head.length);
    return out;
  }
  const { firsts, weights } = meansOf(picture.width, width);
  const { pixels } = picture;
  for (let y = 0, to = head.length; y < picture.height; y += 1) {
    const row = y * picture.width;
    for (let x = 0; x < width; x += 1, to += 1) {
      const from = row + (firsts[x] as number);
      const sum =
        (pixels[from] as number) * (weights[3 * x] as number) +
        (pixels[from + 1] as number) * (weights[3 * x + 1] as number) +
        (pixels[from + 2] as number) * (weights[3 * x + 2] as number);
      out[to] = (sum + half) >> 16;
    }
  }
  return out;
}

/**
 * For each point of a narrower row, the three of the wider one that become it, or less, and how much each counts.
 * The narrower row is more than half as wide.
 */
function meansOf(wide: number, narrow: number) {
  const step = wide / narrow;
  const firsts = new Int32Array(narrow);
  const weights = new Int32Array(narrow * 3);
  for (let x = 0; x < narrow; x += 1) {
    const from = x * step;
    const until = Math.min(from + step, wide);
    const first = Math.min(Math.floor(from), wide - 3);
    firsts[x] = first;
    for (let at = 0; at < 3; at += 1) {
      const covered = Math.min(first + at + 1, until) - Math.max(first + at, from);
      weights[3 * x + at] = Math.round((Math.max(0, covered) / step) * whole);
    }
  }
  return { firsts, weights };
}
