import { formatDate } from '#platform/pure/local-date-format.ts'
import type { AgreementFacts, PartyFacts, TextFacts } from './agreement-facts.ts'
import { lowered } from './agreement-wording.ts'
import { text, type ActLanguage, type Block } from './document.ts'
import { factInline, factWords } from './fact-words.ts'
import { AGREEMENT_SLOTS, type AgreementSlot, type Slot } from './placeholders.ts'
import type { ActContext } from './wording.ts'

export function isSlotOfAgreement(slot: Slot): slot is AgreementSlot {
  return AGREEMENT_SLOTS.some((known) => known === slot)
}

/** The blocks a slot brings of the agreement of an act; none when it has nothing to say. */
export function agreementBlocks(slot: AgreementSlot, { facts, language }: ActContext): readonly Block[] {
  const { agreement } = facts
  if (agreement === undefined) return []
  switch (slot) {
    case 'agreement.purpose':
      return paragraphs(factWords(agreement.object, language), language)
    case 'agreement.grounds':
      return agreement.parties.flatMap((party) => groundCitation(party, language))
    case 'agreement.pledges':
      return pledges(agreement, language)
    case 'agreement.note':
      return paragraphs(agreement.forecastNote, language)
    case 'agreement.texts':
      return agreement.texts.flatMap((version) => textBlocks(version, language))
  }
}

function paragraph(words: string, language?: string): Block {
  return { kind: 'paragraph', role: 'body', content: [text(words, language)] }
}

function paragraphs(words: string, language: ActLanguage, written: string = language): readonly Block[] {
  return words
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim(), written === language ? undefined : written))
}

/** No agreement with a State, unless the law knows a ground for it (CGCT L1115-5): the assembly is told which. */
function groundCitation({ ground, name }: PartyFacts, language: ActLanguage): readonly Block[] {
  if (ground === null) return []
  const [label, on] = [lowered(factWords(ground.label, language), language), formatDate(ground.on, language)]
  return [
    paragraph(
      language === 'fr'
        ? `Vu l’article L1115-5 du même code, qui permet de s’engager avec un État (${name}) au titre suivant, invoqué le ${on} : ${label} ;`
        : `Having regard to article L1115-5 of the same code, which allows a commitment to a State (${name}) on the following ground, relied on since ${on}: ${label};`,
    ),
  ]
}

/** Each domain with what is promised in it. */
function pledges({ domains }: AgreementFacts, language: ActLanguage): readonly Block[] {
  return domains.flatMap(({ title, pledges: promised }): readonly Block[] => {
    const heading = factInline(title, language)
    const items = promised.map((pledge) => factInline(pledge.title, language)).filter((item) => item !== null)
    if (heading === null) return []
    return [
      { kind: 'heading', level: 3, content: [heading] },
      ...(items.length === 0 ? [] : [{ kind: 'bullets', items: items.map((item) => [item]) } as const]),
    ]
  })
}

/** The agreement in one language, each paragraph as it was written; a screen reader is told which language it is. */
function textBlocks({ id, body, isAuthentic }: TextFacts, language: ActLanguage): readonly Block[] {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(id) ?? id
  const title = name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)
  const standing = isAuthentic
    ? { fr: 'Ce texte fait foi.', en: 'This text is authentic.' }
    : { fr: 'Traduction donnée pour la lecture.', en: 'A translation, given to be read.' }
  return [
    { kind: 'heading', level: 3, content: [text(title)] },
    { kind: 'paragraph', role: 'note', content: [text(standing[language])] },
    ...paragraphs(body, language, id),
  ]
}
