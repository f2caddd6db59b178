import type { Services } from '#platform/context.ts'
import { type Outcome, refused } from '#platform/pure/outcome.ts'
import { typeForm } from '#platform/web.ts'
import type { Entry, EntryAnswer, EntryProblem } from '../domain/entry.ts'
import { entryForm } from '../schemas.ts'
import { sendEntry } from '../usecases/send-entry.ts'

/** Reads an entry from a form, with or without a script, and writes it. A form that does not parse is refused by the code of its first problem. */
export async function takeEntry(
  services: Services,
  secret: string | null,
  form: FormData,
): Promise<Outcome<EntryAnswer, EntryProblem | { readonly code: string }>> {
  if (!secret) return refused({ code: 'pocket_closed' })
  const typed = await typeForm(form, entryForm)
  if (!typed.ok) return refused({ code: Object.values(typed.problem.problems)[0] ?? 'entry_malformed' })
  const { saidAt = services.now(), ...said } = typed.value
  const entry: Entry =
    said.kind === 'receipt'
      ? { ...said, saidAt, photo: { name: said.photo.name, bytes: new Uint8Array(await said.photo.arrayBuffer()) } }
      : { ...said, saidAt }
  return sendEntry(services, secret, entry)
}
