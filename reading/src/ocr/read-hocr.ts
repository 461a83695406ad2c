/** One line of a recognised picture, lengths in points of the picture. */
export interface RecognisedLine {
  /** Height of the letters from the lowest to the highest stroke. */
  readonly height: number;
  /** The line the letters stand on, at the line's left end, and how much it falls for each point to the right. */
  readonly baseline: number;
  readonly slope: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly RecognisedWord[];
}

export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** 0 to 100. */
  readonly confidence: number;
}

const linePattern =
  /<span class='ocr_(?:line|caption|textfloat|header)'[^>]*title="bbox (\d+) (\d+) (\d+) (\d+); baseline (-?[\d.e-]+) (-?[\d.]+); x_size ([\d.]+)[^"]*">/;
const wordPattern = /<span class='ocrx_word'[^>]*title='bbox (\d+) \d+ (\d+) \d+; x_wconf (\d+)'[^>]*>(.*?)<\/span>/g;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * The lines of an hOCR text as Tesseract writes it, in its own order. `share` is what the picture was narrowed to
 * before it was recognised; lengths come back as of the picture at its full width.
 */
export function readHocr(hocr: string, share = 1): RecognisedLine[] {
  return hocr.split(/(?=<span class='ocr_(?:line|caption|textfloat|header)')/).flatMap((part) => {
    const found = linePattern.exec(part);
    if (!found) return [];
    const [left, top, , bottom, slope, offset, height] = found.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const words = [...part.matchAll(wordPattern)]
      .map(([, from, to, confidence, text = '']) => ({
        text: text
          .replace(/<[^>]+>/g, '')
          .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
          .trim(),
        left: Number(from) / share,
        right: Number(to) / share,
        confidence: Number(confidence),
      }))
      .filter((word) => word.text !== '');
    if (words.length === 0) return [];
    return [{ left: left / share, top, bottom, height, slope: slope * share, baseline: bottom + offset, words }];
  });
}
