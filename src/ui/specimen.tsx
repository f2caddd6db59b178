import { Actions } from './actions.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Flash } from './flash.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Menu } from './menu.tsx'
import { Page } from './page.tsx'
import { Ribbon } from './ribbon.tsx'
import { Shell } from './shell.tsx'
import { SpecimenForms } from './specimen/forms.tsx'
import { SpecimenMessages } from './specimen/messages.tsx'
import { SpecimenMoney } from './specimen/money.tsx'
import { steps } from './specimen/steps.ts'
import { SpecimenTables } from './specimen/tables.tsx'
import { SpecimenWords } from './specimen/words.tsx'
import { Tabs } from './tabs.tsx'
import { Tag } from './tag.tsx'

const here = '#content'

/** The same page in a frame of its own, for where no frame surrounds it yet. */
export function Specimen() {
  return (
    <Shell
      productName="Escale"
      home="/"
      navigation={[
        { to: '/', label: 'Accueil', end: true },
        { to: '/missions', label: 'Missions' },
        { to: '/accords', label: 'Accords' },
        { to: '/annuaire', label: 'Annuaire' },
        { to: '/actes', label: 'Actes' },
      ]}
      banner={<p>Démonstration : personnes, villes et montants sont inventés.</p>}
      actingFor={
        <Menu label="Vous agissez pour la Métropole de Rochebrune" icon="organisation">
          <ul>
            <li>
              <button type="button" aria-current="true">
                Métropole de Rochebrune
              </button>
            </li>
            <li>
              <button type="button">Ville de Rochebrune</button>
            </li>
            <li>
              <a href={here}>Organisation et membres</a>
            </li>
          </ul>
        </Menu>
      }
      language={<LanguageSwitch addresses={{ fr: '/', en: '/en' }} />}
      account={
        <Menu label="Camille Arnal" icon="person" align="end">
          <ul>
            <li>
              <a href={here}>Mon compte</a>
            </li>
            <li>
              <button type="button">Se déconnecter</button>
            </li>
          </ul>
        </Menu>
      }
      flash={
        <Flash messages={[{ key: 'saved', tone: 'success', text: 'La mission est enregistrée. Les deux partenaires en sont informés.' }]} />
      }
      footer={
        <ul>
          <li>
            <a href={here}>Accessibilité : non conforme</a>
          </li>
          <li>
            <a href={here}>Données personnelles</a>
          </li>
          <li>
            <a href={here}>Composants libres</a>
          </li>
          <li>Licence EUPL 1.2</li>
        </ul>
      }
    >
      <SpecimenPage />
    </Shell>
  )
}

/**
 * Every component of the design system with believable, invented content: what one looks at when changing a token.
 * Mounted in development only, hence in French only.
 */
export function SpecimenPage() {
  return (
    <Page
      kicker="Mission M-2027-014"
      title="Semaine du port à Valdoria"
      lead="Huit partenaires, trois jours sur place : signature de l’accord portuaire, rencontres d’entreprises et visite du terminal."
      breadcrumbs={[
        { to: '/', label: 'Accueil' },
        { to: '/missions', label: 'Missions' },
      ]}
      state={
        <>
          <Tag tone="warning">Mandat à voter</Tag>
          <Tag mark={1}>Économie maritime</Tag>
          <Tag mark={3}>Formation</Tag>
        </>
      }
      next={{ what: 'Faire voter le mandat spécial', who: 'Service des assemblées', by: 'au plus tard le 12 mars 2027' }}
      action={
        <Actions>
          <Button kind="main" type="button">
            Préparer le mandat
          </Button>
          <ButtonLink to="/missions" icon="pencil">
            Modifier
          </ButtonLink>
        </Actions>
      }
      below={
        <>
          <Ribbon label="Étapes de la mission" {...steps} />
          <Tabs
            label="Parties de la mission"
            tabs={[
              { to: '/', label: 'Résumé', end: true },
              { to: '/programme', label: 'Programme' },
              { to: '/delegation', label: 'Délégation', count: 20 },
              { to: '/depenses', label: 'Dépenses', count: 137 },
              { to: '/actes', label: 'Actes' },
              { to: '/historique', label: 'Historique' },
            ]}
          />
        </>
      }
    >
      <SpecimenWords />
      <SpecimenTables />
      <SpecimenMoney />
      <SpecimenForms />
      <SpecimenMessages />
    </Page>
  )
}
