import type { uploadVi } from './upload-vi.ts';

export const uploadEn: Readonly<Record<keyof typeof uploadVi, string>> = {
  'upload.title': 'Upload a plan',
  'upload.state': 'The document is read for its tasks, agencies, dates and targets. Then you review them.',
  'upload.drop': 'Drop the file here, or',
  'upload.drop.now': 'Let go to upload',
  'upload.choose': 'Choose the plan file',
  'upload.kinds':
    'Word (.docx), PDF (stamped scans too) and plain text (.txt, .md). One file at a time, at most 60 MB.',
  'upload.many': 'One file at a time, please. Choose one of the {count} you dropped.',
  'upload.old.doc': 'Old .doc files cannot be read yet. Open it in Word, choose Save as, type .docx, and upload again.',
  'upload.sending': 'Uploading: {percent}%',
  'upload.sending.label': 'Progress of uploading {name}',
  'upload.cancel': 'Stop uploading',
  'upload.read.title': 'Reading “{name}”',
  'upload.read.done': '“{name}” has been read',
  'upload.read.leave': 'You may leave this page. The draft stays in the list of plans.',
  'upload.refused.title': '“{name}” could not be read',
  'upload.again': 'Choose another file',
  'upload.retry': 'Upload this file again',
  'upload.same.title': 'This file was uploaded on {when}',
  'upload.same.plan': 'See the adopted plan',
  'upload.same.draft': 'Open the draft in review',
  'upload.same.go': 'Review this new one anyway',
};
