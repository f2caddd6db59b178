/** What was typed in a field, or chosen; '' when nothing was, or a file. */
export function typedText(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value.trim() : ''
}
