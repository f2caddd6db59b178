/** The text of a form's field, without U+0000, which no database keeps; '' when it is absent or holds a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\0', '') : ''
}
