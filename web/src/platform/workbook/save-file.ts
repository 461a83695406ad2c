const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Puts a workbook that came as base64 among the downloads. */
export function saveWorkbook(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: xlsxType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
