/** The name of the field that says what a column of the file means: its index, from 0. */
export const columnFieldName = (index: number) => `column-${index}`
