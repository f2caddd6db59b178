import { describe, expect, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { readMail, readPastedMail } from './read-mail.ts'

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'))

const forwarded = `From: Accueil <accueil@rochebrune.example>
To: international@rochebrune.example
Subject: TR: Visite du port
Content-Type: text/plain; charset=utf-8

Pour suite à donner.

---------- Message transféré ----------
De : Ana Prueba <ana.prueba@puerto.example.es>
Date : 3 mars 2026
Objet : Visita al puerto
À : accueil@rochebrune.example

Nous serions 12 personnes et souhaitons visiter le port.
Tél. : +34 600 000 000
`

describe('a message saved as a file', () => {
  test('names who wrote in the first place, not who forwarded it', async () => {
    expect(valueOf(await readMail(bytes(forwarded)))).toMatchObject({
      contactName: 'Ana Prueba',
      contactEmail: 'ana.prueba@puerto.example.es',
      contactPhone: '+34 600 000 000',
      country: 'ES',
      peopleCount: 12,
      language: 'fr',
      topics: 'Visita al puerto',
    })
  })

  test('reads an accented subject, an encoded body and an English sender', async () => {
    const mail = `From: =?utf-8?Q?Zo=C3=AB_Smith?= <zoe@city.example.co.uk>
Subject: =?utf-8?B?VmlzaXQg4oCTIHBvcnQ=?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

We would like to visit your caf=C3=A9 and the port. We are 8 people.
`
    expect(valueOf(await readMail(bytes(mail)))).toMatchObject({
      contactName: 'Zoë Smith',
      country: 'GB',
      peopleCount: 8,
      language: 'en',
      topics: 'Visit – port',
      purpose: 'We would like to visit your café and the port. We are 8 people.',
    })
  })

  test('reads the message that is attached to the one that forwards it', async () => {
    const mail = `From: Accueil <accueil@rochebrune.example>
Subject: TR
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain

Voir ci-joint.
--part
Content-Type: message/rfc822
Content-Disposition: attachment; filename=m.eml

From: Bob <bob@ville.example.be>
Subject: Une visite
Content-Type: text/plain

Bonjour.
--part--
`
    expect(valueOf(await readMail(bytes(mail)))).toMatchObject({
      contactName: 'Bob',
      contactEmail: 'bob@ville.example.be',
      topics: 'Une visite',
    })
  })

  test('keeps the words of a message in HTML, and nothing that could run', async () => {
    const mail = `From: Bob <bob@example.org>
Subject: Visite
Content-Type: text/html

<style>p{}</style><p>Bonjour <b>à tous</b></p><script>alert(1)</script><p>Merci</p>
`
    const { purpose } = valueOf(await readMail(bytes(mail)))
    expect(purpose).toContain('Merci')
    expect(purpose).not.toMatch(/[<>]|alert/)
  })

  test('is refused when there are no words in it', async () => {
    expect(await readMail(new Uint8Array([0, 1, 2]))).toEqual({ ok: false, problem: { code: 'mail_unreadable' } })
  })

  test('is refused above ten megabytes', async () => {
    expect(await readMail(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual({ ok: false, problem: { code: 'mail_too_long' } })
  })
})

test('a pasted message is read the same way, and an empty one refused', () => {
  expect(valueOf(readPastedMail(forwarded))).toMatchObject({ contactEmail: 'ana.prueba@puerto.example.es', topics: 'Visita al puerto' })
  expect(readPastedMail('  ')).toEqual({ ok: false, problem: { code: 'mail_unreadable' } })
})
