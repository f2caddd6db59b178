/** Where a refusal is shown on the form of a task. */
export function fieldOfTask(code: string): string {
  if (code === 'person_of_another') return 'ownerAccountId'
  if (code === 'an_act_is_private' || code === 'unknown') return 'about'
  return code === 'owner_is_no_partner' || code === 'a_private_task_is_owed_at_home' ? 'ownerOrganisationId' : ''
}
