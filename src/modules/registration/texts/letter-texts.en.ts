import type { LetterTexts } from './letter-texts.fr.ts'

const en: LetterTexts = {
  decision: {
    endorsed: {
      subject: (mission) => `Your registration moves on: ${mission}`,
      body: (organisation, mission) =>
        `${organisation} supports your registration for “${mission}”. Those who organise the mission decide next.`,
    },
    incomplete: {
      subject: (mission) => `Your registration needs completing: ${mission}`,
      body: (organisation, mission) =>
        `${organisation} has read your registration for “${mission}” and needs more from you. Open your page, complete the form and send it again.`,
    },
    refused: {
      subject: (mission) => `Your registration was not accepted: ${mission}`,
      body: (organisation, mission) => `Your registration for “${mission}” with ${organisation} was not accepted.`,
    },
    approved: {
      subject: (mission) => `You have a place: ${mission}`,
      body: (organisation, mission) => `Your registration is accepted: you take part in “${mission}” in the delegation of ${organisation}.`,
    },
    waiting: {
      subject: (mission) => `You are on the waiting list: ${mission}`,
      body: (organisation, mission) =>
        `Your registration for “${mission}” is accepted, but every place of ${organisation} is taken. Your rank is on your page; a place that becomes free goes to the first person on the list.`,
    },
    promoted: {
      subject: (mission) => `A place became free for you: ${mission}`,
      body: (organisation, mission) => `You leave the waiting list: you take part in “${mission}” in the delegation of ${organisation}.`,
    },
    replaced: {
      subject: (mission) => `Your place goes to someone else: ${mission}`,
      body: (organisation, mission) =>
        `${organisation} has given your place in “${mission}” to someone else. Your registration is withdrawn.`,
    },
    substituted: {
      subject: (mission) => `You take over a place: ${mission}`,
      body: (organisation, mission) =>
        `${organisation} gives you a place: you take part in “${mission}” in its delegation. Your page is at your disposal.`,
    },
    greeting: (name) => `Dear ${name},`,
    reason: 'Reason',
  },
  page: 'Follow my registration',
  verify: {
    subject: 'Confirm your address',
    intro: 'A registration was sent with this address. Confirm that it is yours: the registration will be read then.',
    confirm: 'Confirm my address',
    validity: 'This link is good for two days and serves once.',
  },
  link: {
    subject: (mission) => `Registration for ${mission}`,
    personal: (organisation, mission) => `${organisation} invites you to take part in “${mission}”. This link is yours and serves once.`,
    focalPoint: (organisation, mission, relay, places) =>
      `${organisation} entrusts you with registering the people of ${relay} for “${mission}”: ${places} at most. This link serves for each of them.`,
    open: 'Register',
    openRelay: 'Register people',
    until: (day) => `The link is good until ${day}.`,
  },
  received: {
    subject: (name) => `Registration to read: ${name}`,
    body: (name, mission) => `${name} asks to take part in “${mission}” in your delegation and waits for your answer.`,
    read: 'Read the registration',
  },
}

export default en
