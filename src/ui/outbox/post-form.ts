/** How a server answers what a device sends. `closed`: nobody is signed in there any more; `unreachable` leaves things as they are. */
export type PostedReply<Answer> =
  | { readonly kind: 'kept'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable' | 'closed' }

/** Sends one thing that was kept: 200 with what became of it, 422 with the code of the refusal. Whatever the network does to it, its key makes it one. */
export async function postForm<Answer>(address: string, form: FormData): Promise<PostedReply<Answer>> {
  try {
    const response = await fetch(address, { method: 'POST', body: form, redirect: 'manual' })
    if (response.type === 'opaqueredirect' || response.status === 401) return { kind: 'closed' }
    if (response.ok) return { kind: 'kept', answer: (await response.json()) as Answer }
    if (response.status === 422) return { kind: 'refused', ...((await response.json()) as { code: string }) }
    if (response.status === 403) return { kind: 'refused', code: 'forbidden' }
    if (response.status === 404) return { kind: 'refused', code: 'unknown' }
    return { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}
