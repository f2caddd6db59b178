import { type ReactNode, useEffect } from 'react'
import { Form, Link, useLocation } from 'react-router'
import type { Locale } from '#platform/pure/locale.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { Deputyship } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Flash } from '#ui/flash.tsx'
import { forgetPagesExceptOf } from '#ui/kept-page/kept-page.ts'
import { Shell } from '#ui/shell.tsx'
import styles from './frame.module.css'
import type { RootData } from '../root.tsx'
import { appTexts } from './texts.ts'

/** The product's own frame around the design system's: navigation, who one acts for, account, language, footer. */
export function Frame({ root, children }: { root: RootData; children: ReactNode }) {
  const texts = useCatalogue(appTexts)
  const owner = root.account && `${root.account.id} ${root.acting?.organisationId ?? ''}`
  useEffect(() => void forgetPagesExceptOf(owner).catch(() => undefined), [owner])
  const answers = root.acting?.roles.some((role) => role === 'officer' || role === 'administrator')
  const navigation = root.acting
    ? [
        { to: '/', label: texts.navigation.home, end: true },
        { to: '/missions', label: texts.navigation.missions },
        // Requests are read by those who answer them; the year, by everyone.
        { to: answers ? '/visites' : '/visites/annee', label: texts.navigation.visits },
        { to: '/accords', label: texts.navigation.agreements },
        { to: '/strategie', label: texts.navigation.strategy },
        { to: '/actes', label: texts.navigation.acts },
        { to: '/annuaire', label: texts.navigation.directory },
        { to: '/reglages', label: texts.navigation.settings },
      ]
    : []
  return (
    <Shell
      productName={texts.productName}
      home="/"
      navigation={navigation}
      banner={root.isDemo && root.account?.isDemo ? texts.demoBanner : undefined}
      actingFor={root.acting && <ActingFor root={root} />}
      account={<AccountLinks root={root} />}
      language={<LanguageSwitch locale={root.locale} />}
      flash={root.flash && <Flash messages={[{ key: root.requestId, tone: 'success', text: texts.flash[root.flash] }]} />}
      footer={
        <ul className={styles.footer}>
          <li>
            <Link to="/accessibilite">{texts.footer.accessibility}</Link>
          </li>
          <li>
            <Link to="/composants-libres">{texts.footer.openSource}</Link>
          </li>
          <li>
            <Link to="/poche" reloadDocument>
              {texts.footer.pocket}
            </Link>
          </li>
          <li>{texts.footer.source}</li>
        </ul>
      }
    >
      {children}
    </Shell>
  )
}

function ActingFor({ root }: { root: RootData }) {
  const texts = useCatalogue(appTexts)
  if (root.deputyship) return <OnBehalf deputyship={root.deputyship} locale={root.locale} />
  return (
    <p className={styles.acting}>
      {texts.actingFor} <strong>{root.acting?.organisationName}</strong>
      {root.choiceCount > 1 && <Link to="/compte/organisation">{texts.change}</Link>}
    </p>
  )
}

/** In sight on every page, with the way back to one's own name. */
function OnBehalf({ deputyship, locale }: { deputyship: Deputyship; locale: Locale }) {
  const texts = useCatalogue(appTexts)
  return (
    <Form method="post" action="/compte/organisation" className={styles.behalf}>
      <span>
        {texts.onBehalfOf} <strong>{deputyship.principalName}</strong>
      </span>
      <span>{texts.onBehalfUntil(deputyship.organisationName, formatDate(deputyship.endsOn, locale))}</span>
      <button type="submit" name="organisationId" value={deputyship.organisationId} className={styles.plain}>
        {texts.inOwnName}
      </button>
    </Form>
  )
}

function AccountLinks({ root }: { root: RootData }) {
  const texts = useCatalogue(appTexts)
  if (!root.account) return <Link to="/connexion">{texts.signIn}</Link>
  return (
    <div className={styles.account}>
      <Link to="/compte">{root.account.name}</Link>
      <Form method="post" action="/deconnexion" onSubmit={() => void forgetPagesExceptOf(null).catch(() => undefined)}>
        <button type="submit" className={styles.plain}>
          {texts.signOut}
        </button>
      </Form>
    </div>
  )
}

function LanguageSwitch({ locale }: { locale: 'fr' | 'en' }) {
  const texts = useCatalogue(appTexts)
  const { pathname, search } = useLocation()
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <Form method="post" action="/langue">
      <input type="hidden" name="next" value={pathname + search} />
      <button type="submit" name="locale" value={other} lang={other} className={styles.plain}>
        {texts.otherLanguage}
      </button>
    </Form>
  )
}
