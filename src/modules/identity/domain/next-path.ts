/**
 * Where to go after sign-in: a path of this site and nothing else. Browsers read `\` as `/`, drop tabs and line breaks, and
 * take `//host` for another site; the URL parser is asked last, so that what we checked is what a browser will follow.
 */
export function nextPath(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return otherwise
  const home = 'http://escale.invalid'
  const url = URL.parse(wanted, home)
  if (!url || url.origin !== home || url.pathname.startsWith('//')) return otherwise
  return url.pathname + url.search + url.hash
}
