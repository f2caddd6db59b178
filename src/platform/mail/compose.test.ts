import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeMail } from './compose.ts'
import type { MailMessage } from './message.ts'
import { unlinked } from './unlinked.ts'

const letterhead = { language: 'fr', publicUrl: 'https://escale.example', organisationName: 'Département des Bouches-du-Rhône' } as const

const invitation: MailMessage = {
  subject: 'Rejoindre la mission « Miami »',
  paragraphs: ['Claire Rossi vous invite à préparer la mission.'],
  facts: [{ label: 'Dates', value: 'du 4 au 10 novembre 2017' }],
  action: { label: 'Accepter', path: '/invitations/abc?x=1&y=2' },
  closing: ['Ce lien sert une seule fois.'],
}

test('a message is written as plain text', () => {
  expect(composeMail(invitation, letterhead).text).toBe(
    [
      'Rejoindre la mission « Miami »',
      '',
      'Claire Rossi vous invite à préparer la mission.',
      '',
      'Dates\u00A0: du 4 au 10 novembre 2017',
      '',
      'Accepter\u00A0: ',
      'https://escale.example/invitations/abc?x=1&y=2',
      '',
      'Ce lien sert une seule fois.',
      '',
      '-- ',
      'Message envoyé avec Escale pour Département des Bouches-du-Rhône. Si vous ne l’attendiez pas, vous pouvez l’ignorer.',
      '',
    ].join('\n'),
  )
})

test('the same message is written as HTML in its language, with one link', () => {
  const { html } = composeMail(invitation, { ...letterhead, language: 'en' })

  expect(html).toContain('<html lang="en">')
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).toContain('<a href="https://escale.example/invitations/abc?x=1&amp;y=2"')
  expect(html).toContain('Message sent with Escale for Département des Bouches-du-Rhône.')
})

test('words of users stay words: no markup, no second link', () => {
  const { html, text } = composeMail(
    {
      subject: 'Bienvenue <b>chez nous</b>',
      paragraphs: [
        '<script>alert(1)</script> <a href="https://mechant.example">ici</a>',
        'Voir www.mechant.example ou mechant.example/compte',
      ],
      facts: [{ label: '<i>Ville</i>', value: 'Gênes" onclick="x' }],
    },
    { ...letterhead, organisationName: 'https://mechant.example' },
  )

  expect(html).not.toMatch(/<script|<b>|<i>|<a /)
  expect(html).toContain('Gênes&quot; onclick=&quot;x')
  expect(`${html}${text}`).not.toMatch(/:\/\/mechant|www\.mechant|mechant\.example/)
  expect(text.replaceAll('\u2060', '')).toContain('Voir www.mechant.example ou mechant.example/compte')
})

test('line breaks typed in a text are kept as such in HTML', () => {
  expect(composeMail({ subject: 's', paragraphs: ['un\ndeux'] }, letterhead).html).toContain('<p>un<br>deux</p>')
})

test('the subject is one line, whatever was typed in it', () => {
  expect(composeMail({ subject: 'Mission\r\nBcc: tous@example.org', paragraphs: [] }, letterhead).subject).toBe(
    'Mission Bcc: tous@example.org',
  )
})

test.each(['https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', 'invitations'])(
  'a link to %s is a bug, not a message',
  (path) => {
    expect(() => composeMail({ subject: 's', paragraphs: [], action: { label: 'a', path } }, letterhead)).toThrow('leads into the product')
  },
)

test.each(['139 108,94 €', 'le 8 février 2019.', 'claire.rossi@ville.example', 'M. Dupont', '9 h 30 (heure de Paris)'])(
  '%s needs no care and is left as it is',
  (text) => {
    expect(unlinked(text)).toBe(text)
  },
)

test('whatever a text holds, no address can be clicked in it, and it reads the same', () => {
  const address = fc.constantFrom('http://x.example/a', 'www.x.example', 'x.example', 'ftp://x', 'HTTPS://É.example')
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), address)), (words) => {
      const text = unlinked(words.join(' '))
      expect(text.replaceAll('\u2060', '')).toBe(words.join(' ').replaceAll('\u2060', ''))
      for (const word of text.split(/\s+/))
        if (!/^[^@:/]+@[^@:/]+$/.test(word)) expect(word).not.toMatch(/:\/\/|www\.\p{L}|\p{L}\.\p{L}{2,}/u)
    }),
  )
})

test('a question is answered from the letter, each answer by its own link into the product', () => {
  const { html, text } = composeMail(
    {
      subject: 'Enquête',
      paragraphs: [],
      choices: {
        question: 'Une suite ?',
        answers: [
          { label: 'Oui', path: '/enquete/abc?r=yes' },
          { label: 'Non', path: '/enquete/abc?r=no' },
        ],
      },
    },
    letterhead,
  )

  expect(html.match(/<a href="https:\/\/escale\.example\/enquete\/abc\?r=(yes|no)"/g)).toHaveLength(2)
  expect(text).toContain(
    'Une suite ?\nOui\u00A0: \nhttps://escale.example/enquete/abc?r=yes\nNon\u00A0: \nhttps://escale.example/enquete/abc?r=no',
  )
  const choices = { question: 'Une suite ?', answers: [{ label: 'Oui', path: 'https://ailleurs.example' }] }
  expect(() => composeMail({ subject: 'Enquête', paragraphs: [], choices }, letterhead)).toThrow('leads into the product')
})
