import type { LetterTexts } from './letter-texts.fr.ts'

/** Our letters, in English. */
const en: LetterTexts = {
  accepted: {
    subject: 'Your visit, {{dates}}',
    body: 'Dear Sir or Madam,\n\nThank you for your request to visit us ({{asker}}). We will be pleased to welcome your delegation {{dates}}.\n\nSo that we may prepare a programme that meets your expectations, please send us the list of the members of the delegation, with their functions, their working language and the time of their arrival.\n\n{{author}} remains at your disposal. Please quote reference {{number}} in our correspondence.\n\nYours faithfully,\n\n{{author}}\n{{authority}}',
  },
  redirected: {
    subject: 'Your request to visit us',
    body: 'Dear Sir or Madam,\n\nThank you for your request ({{asker}}) and for the interest you take in our territory.\n\nAnother organisation will receive you better than we could on this subject: {{partner}}. We invite you to write to it.\n\n{{reason}}\n\nWe remain at your disposal to help you make contact, under reference {{number}}.\n\nYours faithfully,\n\n{{author}}\n{{authority}}',
  },
  declined: {
    subject: 'Your request to visit us',
    body: 'Dear Sir or Madam,\n\nThank you for your request ({{asker}}) and for the interest you take in our territory.\n\nUnfortunately we are not able to receive your delegation.\n\n{{reason}}\n\nWe wish you every success in your projects.\n\nYours faithfully,\n\n{{author}}\n{{authority}}',
  },
  thanks: {
    subject: 'Thank you for your visit',
    body: 'Dear Sir or Madam,\n\nWe were honoured to receive your delegation ({{asker}}) and thank you for the quality of our exchanges.\n\nWe shall not fail to follow up what we considered together.\n\nYours faithfully,\n\n{{author}}\n{{authority}}',
  },
}

export default en
