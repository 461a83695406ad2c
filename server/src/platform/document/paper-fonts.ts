import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Weight } from '@mangnon/domain/kernel/document/form-measure.ts';

/** fontkit brings no types of its own; this is what is asked of it. */
interface Face {
  readonly unitsPerEm: number;
  layout(text: string): { readonly advanceWidth: number };
}

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));

/** Tinos has the widths of Times New Roman letter for letter, and may be given on with the program. */
export const paperFaces: Readonly<Record<Weight, string>> = {
  upright: join(folder, '400Regular', 'Tinos_400Regular.ttf'),
  bold: join(folder, '700Bold', 'Tinos_700Bold.ttf'),
  italic: join(folder, '400Regular_Italic', 'Tinos_400Regular_Italic.ttf'),
  'bold italic': join(folder, '700Bold_Italic', 'Tinos_700Bold_Italic.ttf'),
};

const opened = new Map<Weight, Face>();

/** How wide a line comes out on paper, in points: for the rules under it, whose length the law ties to the line. */
export function widthOnPaper(text: string, points: number, weight: Weight): number {
  const face = opened.get(weight) ?? openFace(weight);
  return (face.layout(text).advanceWidth / face.unitsPerEm) * points;
}

function openFace(weight: Weight): Face {
  // Read once, when the first document is written: most starts of the server write none.
  const { openSync } = require('fontkit') as { openSync(path: string): Face };
  const face = openSync(paperFaces[weight]);
  opened.set(weight, face);
  return face;
}
