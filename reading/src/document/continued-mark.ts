/**
 * The ditto sign. In a row of the normalised text it stands for a cell that is merged with the cell above, so that
 * an empty cell and a merged one stay two different things when the text is read again.
 */
export const continuedMark = '〃';
