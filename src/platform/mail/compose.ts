import { html, raw } from 'hono/html'
import type { Locale } from '../pure/locale.ts'
import { assert } from '../pure/outcome.ts'
import { plainSpaces } from '../pure/spaces.ts'
import type { MailLink, MailMessage } from './message.ts'
import { mailTexts } from './texts.ts'
import { unlinked } from './unlinked.ts'

export type ComposedMail = { readonly subject: string; readonly text: string; readonly html: string }

/** What the letter is written on: its language, who it is sent for, and where the product lives. */
export type Letterhead = { readonly language: Locale; readonly publicUrl: string; readonly organisationName: string | null }

/** Writes a message out, as plain text and as HTML. The subject is one line, whatever was in it. */
export function composeMail(message: MailMessage, letterhead: Letterhead): ComposedMail {
  const letter = layOut(message, letterhead)
  return { subject: letter.subject, text: writeText(letter), html: writeHtml(letter) }
}

type Letter = ReturnType<typeof layOut>

function layOut(message: MailMessage, { language, publicUrl, organisationName }: Letterhead) {
  const texts = mailTexts[language]
  const { action, choices } = message
  const linkTo = ({ label, path }: MailLink) => {
    assert(/^\/(?![/\\])/.test(path), 'the link of a message leads into the product: its path begins with one slash')
    return { label: unlinked(label), url: new URL(path, publicUrl).href }
  }
  const subject = plainSpaces(message.subject.replace(/\p{Cc}/gu, ' '))
  return {
    language,
    texts,
    subject,
    title: unlinked(plainSpaces(message.title ?? subject)),
    paragraphs: message.paragraphs.map(unlinked),
    facts: (message.facts ?? []).map(({ label, value }) => ({ label: unlinked(label), value: unlinked(value) })),
    code: message.code,
    action: action && linkTo(action),
    choices: choices && { question: unlinked(choices.question), answers: choices.answers.map(linkTo) },
    closing: (message.closing ?? []).map(unlinked),
    footer: `${organisationName === null ? texts.sentBy : texts.sentFor(unlinked(organisationName))} ${texts.unexpected}`,
  }
}

function writeText(letter: Letter): string {
  const parts = [
    letter.title,
    ...letter.paragraphs,
    letter.facts.map(({ label, value }) => `${letter.texts.labelOf(label)}${value}`).join('\n'),
    letter.code ?? '',
    letter.choices
      ? [letter.choices.question, ...letter.choices.answers.map(({ label, url }) => `${letter.texts.labelOf(label)}\n${url}`)].join('\n')
      : '',
    letter.action ? `${letter.texts.labelOf(letter.action.label)}\n${letter.action.url}` : '',
    ...letter.closing,
    `-- \n${letter.footer}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const style = {
  body: 'margin:0;padding:24px 16px;background:#faf7f0;color:#1c2733;font:16px/1.5 "Source Sans 3",Helvetica,Arial,sans-serif',
  letter: 'max-width:36rem;margin:0 auto',
  title: 'font:600 22px/1.3 Newsreader,Georgia,serif;margin:0 0 16px',
  fact: 'margin:0 0 4px',
  code: 'font:600 28px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.15em;margin:16px 0',
  button: 'display:inline-block;background:#a63a24;color:#ffffff;padding:10px 18px;border-radius:4px;text-decoration:none',
  choice:
    'display:inline-block;border:1px solid #0a5a80;color:#0a5a80;padding:9px 16px;margin:0 8px 8px 0;border-radius:4px;text-decoration:none',
  small: 'font-size:14px;color:#4a5663;overflow-wrap:anywhere',
  footer: 'font-size:14px;color:#4a5663;border-top:1px solid #d9d2c3;margin-top:24px;padding-top:12px',
} as const

function writeHtml(letter: Letter): string {
  const { action, choices } = letter
  const page = html`<!doctype html>
    <html lang="${letter.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>${letter.subject}</title>
      </head>
      <body style="${style.body}">
        <div style="${style.letter}">
          <h1 style="${style.title}">${letter.title}</h1>
          ${letter.paragraphs.map((text) => html`<p>${lines(text)}</p> `)}
          ${letter.facts.map(({ label, value }) => html`<p style="${style.fact}">${letter.texts.labelOf(label)}<strong>${lines(value)}</strong></p> `)}
          ${letter.code ? html`<p style="${style.code}">${letter.code}</p>` : ''}
          ${
            choices
              ? html`<p><strong>${choices.question}</strong></p>
                  <p>${choices.answers.map(({ label, url }) => html`<a href="${url}" style="${style.choice}">${label}</a> `)}</p>`
              : ''
          }
          ${
            action
              ? html`<p><a href="${action.url}" style="${style.button}">${action.label}</a></p>
                  <p style="${style.small}">${letter.texts.copyLink}<br />${action.url}</p>`
              : ''
          }
          ${letter.closing.map((text) => html`<p>${lines(text)}</p> `)}
          <p style="${style.footer}">${letter.footer}</p>
        </div>
      </body>
    </html> `
  assert(!(page instanceof Promise), 'a letter is written at once, nothing in it is awaited')
  return `${page.trimEnd()}\n`
}

/** Line breaks typed by someone are shown as such. */
function lines(text: string) {
  return text.split(/\r\n|\r|\n/).map((line, index) => html`${index === 0 ? '' : raw('<br>')}${line}`)
}
