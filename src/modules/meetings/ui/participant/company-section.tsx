import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import type { CompanyProfile, ShownProfile } from '../../domain/company-profile.ts'
import { profileTexts } from '../../texts/profile-texts.ts'
import { CompanyForm } from '../company-form.tsx'
import type { Refusal } from '../refusal.ts'
import { useProfileWords } from '../use-profile-words.ts'

type CompanySectionProps = {
  company: ShownProfile
  /** The whole of it, for whoever may change it. */
  profile: CompanyProfile | null
  refusal: Refusal
  requestKey: string
}

/** What the company says of itself, as far as one may read it. */
export function CompanySection({ company, profile, refusal, requestKey }: CompanySectionProps) {
  const words = useCatalogue(profileTexts)
  const said = useProfileWords()(company)
  if (profile === null) {
    if (said.length === 0) return null
    return (
      <Section title={words.title} note={words.note}>
        <KeyFacts facts={said} />
      </Section>
    )
  }
  const shown = profile.shown.map((field) => words.fields[field]).join(', ') || words.showsNothing
  return (
    <Section title={words.title} note={words.note}>
      <KeyFacts facts={[...said, { key: 'shown', label: words.shown, value: shown }]} />
      <details open={refusal?.values.intent === 'company'}>
        <summary>{words.edit}</summary>
        <CompanyForm profile={profile} refusal={refusal} requestKey={requestKey} />
      </details>
    </Section>
  )
}
