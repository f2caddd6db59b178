/** U+2060: neither seen nor broken at, and enough for a mail reader to see no address. */
const WORD_JOINER = '\u2060'

const LOOKS_LIKE_AN_ADDRESS = /:\/\/|^\W*www\.|[\p{L}\p{N}-]\.\p{L}{2,}/iu

/**
 * Mail readers turn anything that looks like a web address into a link, in plain text too: an
 * organisation could call itself « votre-compte.example » and have us send the bait. Such words are
 * made unclickable without changing how they look. Addresses with @ stay as they are: they only open a new message.
 */
export function unlinked(text: string): string {
  return text.replace(/\S+/gu, (word) =>
    LOOKS_LIKE_AN_ADDRESS.test(word) && !/^[^@:/]+@[^@:/]+$/.test(word)
      ? word.replace(/:\/\//g, `:${WORD_JOINER}//`).replace(/\.(?=[\p{L}\p{N}])/gu, `.${WORD_JOINER}`)
      : word,
  )
}
