import type { Locale } from '../pure/locale.ts'
import { NO_BREAK_SPACE } from '../pure/spaces.ts'

type MailTexts = {
  readonly labelOf: (label: string) => string
  readonly sentFor: (organisation: string) => string
  readonly sentBy: string
  readonly unexpected: string
  readonly copyLink: string
}

const fr: MailTexts = {
  labelOf: (label) => `${label}${NO_BREAK_SPACE}: `,
  sentFor: (organisation) => `Message envoyé avec Escale pour ${organisation}.`,
  sentBy: 'Message envoyé par Escale.',
  unexpected: 'Si vous ne l’attendiez pas, vous pouvez l’ignorer.',
  copyLink: 'Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :',
}

const en: MailTexts = {
  labelOf: (label) => `${label}: `,
  sentFor: (organisation) => `Message sent with Escale for ${organisation}.`,
  sentBy: 'Message sent by Escale.',
  unexpected: 'If you were not expecting it, you can ignore it.',
  copyLink: 'If the button does not work, copy this address into your browser:',
}

export const mailTexts: Readonly<Record<Locale, MailTexts>> = { fr, en }
