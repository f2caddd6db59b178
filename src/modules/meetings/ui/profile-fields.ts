/** The field of a profile a problem is shown on. */
export function fieldOfProfile({ code }: { readonly code: string }): string {
  if (code === 'a_target_is_within_quota') return 'target'
  if (code === 'circle_unknown') return 'circleId'
  return code === 'a_name_takes_part_once' ? 'name' : ''
}
