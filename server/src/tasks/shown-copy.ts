import sharp from 'sharp';

/** Long enough to read a list of names on a photo, small enough for a weak line. */
const longestSide = 2000;

/** A picture bomb of a few kilobytes may unfold to gigabytes. */
const mostPixels = 60_000_000;

/**
 * The copy of a picture that people are shown: upright, at most 2000 pixels long, painted anew, so that place, time,
 * camera and whatever else the file carried stay behind. `null` where the picture cannot be painted.
 */
export async function makeShownCopy(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer();
  } catch {
    return null;
  }
}
