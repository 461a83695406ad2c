import {
  AlignmentType,
  Header,
  PageNumber,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type PageOrientation,
} from 'docx';
import { formOf, sheet } from './paper-measures.ts';
import { twips } from './word-parts.ts';

type Orientation = (typeof PageOrientation)[keyof typeof PageOrientation];

/** Paper, margins and a count of pages that begins at 1. The page number stands halfway up the upper margin. */
export function pageOf(orientation: Orientation): NonNullable<ISectionOptions['properties']> {
  return {
    page: {
      size: { width: twips(sheet.width), height: twips(sheet.height), orientation },
      margin: {
        top: twips(sheet.top),
        bottom: twips(sheet.bottom),
        left: twips(sheet.left),
        right: twips(sheet.right),
        header: twips(sheet.top / 2),
        footer: twips(sheet.bottom / 2),
      },
      pageNumbers: { start: 1 },
    },
  };
}

/** Centred in the upper margin, and not on the first page (annex I, I.7). */
export function pageNumbers(): NonNullable<ISectionOptions['headers']> {
  const { ours } = formOf('page_number');
  const number = new TextRun({ children: [PageNumber.CURRENT], size: ours * 2 });
  return {
    default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }),
    first: new Header({ children: [new Paragraph({ children: [] })] }),
  };
}
