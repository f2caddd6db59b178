const longest = 60

/** An address made of a name: « Ville de Marseille » → `ville-de-marseille`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, longest)
    .replace(/-$/, '')
}

/** Lower-case letters and figures, in words joined by single hyphens; three characters at least, sixty at most. The database says so too. */
export function isSlug(typed: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) && typed.length >= 3 && typed.length <= longest
}
