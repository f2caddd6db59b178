import serif from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url'
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'

/** `links` entries that fetch the two fonts of every page along with its stylesheet rather than after it. */
export const fontPreloads = [sans, serif].map((file) => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  href: file,
  crossOrigin: 'anonymous' as const,
}))
