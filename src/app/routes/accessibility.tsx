import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { statementTexts } from '../statement-texts.ts'

/** The accessibility statement the law asks for. Honest: until someone has audited the site, it is « non conforme » (RGAA 4.1.2). */
export default function Accessibility() {
  const texts = useCatalogue(statementTexts)
  return (
    <Page title={texts.title} lead={texts.lead}>
      {texts.sections.map(({ title, paragraphs }) => (
        <Section key={title} title={title}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      ))}
    </Page>
  )
}
