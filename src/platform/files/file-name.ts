const maxLength = 120

/** Marks that turn the reading direction: « facture‮fdp.exe » would show as « factureexe.pdf ». */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu

/**
 * A file name safe to show, store and send back: no folder, no invisible character, one kind of space,
 * at most 120 characters with the extension kept. Never empty.
 */
export function cleanFileName(given: string): string {
  const lastPart = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = lastPart
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (plain === '') return 'fichier'
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? ''
  const stem = Array.from(plain.slice(0, plain.length - extension.length))
    .slice(0, maxLength - extension.length)
    .join('')
  return `${stem.trim() || 'fichier'}${extension}`
}
