/** Kinds of file that are taken as proof, by what is inside: with the endings a name of such a file may have. */
export const proofKinds = {
  pdf: { endings: ['pdf'], label: 'PDF' },
  docx: { endings: ['docx', 'docm', 'dotx'], label: 'Word' },
  xlsx: { endings: ['xlsx', 'xlsm'], label: 'Excel' },
  pptx: { endings: ['pptx', 'pptm'], label: 'PowerPoint' },
  odt: { endings: ['odt'], label: 'OpenDocument' },
  ods: { endings: ['ods'], label: 'OpenDocument' },
  jpeg: { endings: ['jpg', 'jpeg', 'jpe'], label: 'JPEG' },
  png: { endings: ['png'], label: 'PNG' },
  webp: { endings: ['webp'], label: 'WebP' },
  text: { endings: ['txt', 'csv', 'md'], label: 'text' },
  mp3: { endings: ['mp3'], label: 'MP3' },
  mp4: { endings: ['mp4', 'm4v', 'mov'], label: 'MP4' },
  m4a: { endings: ['m4a'], label: 'M4A' },
} as const;
export type ProofKind = keyof typeof proofKinds;

export const pictureKinds: readonly ProofKind[] = ['jpeg', 'png', 'webp'];

/** The ending of a file's name in small letters, without its dot; empty where it has none. */
export function endingOf(fileName: string): string {
  return /\.([^.\s/\\]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Whether the name says something else than what is inside; a name without an ending says nothing. */
export function nameLies(fileName: string, kind: ProofKind): boolean {
  const ending = endingOf(fileName);
  return ending !== '' && !(proofKinds[kind].endings as readonly string[]).includes(ending);
}
