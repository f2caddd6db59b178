import fr, { type IdentityTexts } from './texts.fr.ts'

const en: IdentityTexts = {
  roles: {
    administrator: 'Administration',
    officer: 'International relations',
    finance: 'Finance',
    assembly: 'Assembly office',
    reader: 'Reading',
  },
  email: 'Work e-mail address',
  password: 'Password',
  signIn: {
    title: 'Sign in',
    lead: 'Find your missions where your partners left them.',
    byMail: 'With a code sent by e-mail',
    sendCode: 'Send me a code',
    sendCodeHint: 'A six-digit code, valid for ten minutes.',
    withPassword: 'I have a password',
    byPassword: 'Sign in with the password',
    otherWays: 'Other ways',
    byProvider: (label) => `Sign in with ${label}`,
    providerHint: 'For public servants: the identity your administration gives you.',
    byPasskey: 'Use a passkey',
    passkeyHint: 'Fingerprint, face, device code or security key.',
    passkeyFailed: 'The passkey was not recognised. Try again or ask for a code.',
    demoTitle: 'Demonstration',
    demoNote: 'These six people are fictitious. Enter in their place in one click.',
    demoFictitious: 'fictitious',
    demoEnter: (name) => `Enter as ${name}`,
    demoEnterShort: 'Enter',
  },
  code: {
    title: 'Your code',
    lead: (email) => `If an account exists for ${email}, a six-digit code has just been sent to it.`,
    label: 'Six-digit code',
    verify: 'Sign in',
    again: 'Send another code',
    sentAgain: 'A new code is on its way; the previous one no longer works.',
    otherAddress: 'Use another address',
    noMail: 'Nothing after two minutes? Look in the junk folder; if the address is not known here, no message is sent.',
  },
  codeMail: {
    subject: 'Your sign-in code for Escale',
    intro: 'Here is the code you asked for:',
    validity: 'It is valid for ten minutes and works once.',
    notYou: 'You did not ask for anything? Ignore this message: without this code nobody can sign in.',
  },
  problems: {
    email_malformed: 'Write a complete address, for example first.last@city.org.',
    password_missing: 'Write your password, or ask for a code.',
    code_malformed: 'The code has six digits.',
    sign_in_refused: 'This address and this password do not go together. Check them, or ask for a code by e-mail.',
    code_refused: 'This code is wrong, has expired or has been used. Ask for another one.',
    too_many_tries: (minutes) => `Too many tries. For safety, wait ${minutes} min before trying again.`,
    demo_only: 'This entry exists for demonstration accounts only.',
    provider_failed: 'Signing in with the identity provider did not succeed. Try again or ask for a code.',
    not_invited:
      'Your identity is recognised, but nobody has invited you here yet. Ask the administrator of your organisation for an invitation.',
    address_not_verified: 'The identity provider does not vouch for your e-mail address. Ask for a code by e-mail.',
  },
}

/** Every sentence of this module, by language of the interface. */
export const identityTexts = { fr, en }
