/** The text is not XML, or holds a document type, which no spreadsheet program writes and attacks are made of. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml'
}

export type Attributes = Readonly<Record<string, string>>

export type XmlListener = {
  /** Names come without their namespace prefix, attributes with it. */
  open(name: string, attributes: Attributes): void
  text?(content: string): void
  close?(name: string): void
}

// In order: comment, CDATA, instruction, closing tag, opening tag (maybe self-closed), anything else in angle brackets, text.
const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|(<)|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Reads XML from end to end, telling what it meets. Entities are the five of XML and numeric ones; nothing outside the text is ever fetched. */
export function readXml(source: string, listener: XmlListener): void {
  for (const [, data, closed, opened, attributes, isEmpty, stray, text] of source.matchAll(TOKEN)) {
    if (opened !== undefined) {
      const name = localName(opened)
      listener.open(name, attributes?.trim() ? readAttributes(attributes) : {})
      if (isEmpty) listener.close?.(name)
    } else if (text !== undefined) listener.text?.(decodeEntities(text))
    else if (closed !== undefined) listener.close?.(localName(closed))
    else if (data !== undefined) listener.text?.(data)
    else if (stray !== undefined) throw new UnreadableXml('this is not XML')
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function readAttributes(source: string): Attributes {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) attributes[name] = decodeEntities(double ?? single ?? '')
  return attributes
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
