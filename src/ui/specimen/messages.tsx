import { Actions } from '../actions.tsx'
import { Button } from '../button.tsx'
import { Icon, type IconName, iconNames } from '../icons.tsx'
import { Notice } from '../notice.tsx'
import { Progress } from '../progress.tsx'
import { Section } from '../section.tsx'
import { Tag } from '../tag.tsx'
import styles from './messages.module.css'

export function SpecimenMessages() {
  return (
    <>
      <Section title="Messages">
        <Notice title="La ville de Valdoria répond en italien">
          <p>Son programme est affiché dans sa langue en attendant une traduction.</p>
        </Notice>
        <Notice tone="success" title="Le total du rapport est égal au grand livre, au centime près." />
        <Notice tone="danger" title="Les comptes ont changé depuis le vote">
          <p>
            Une facture de 264,10 € a été ajoutée le 3 juin. Le rapport voté reste ce qu’il était ;{' '}
            <a href="#content">voir la différence</a>.
          </p>
        </Notice>
        <Progress
          label="Import de la délégation"
          value={312}
          max={450}
          note="312 personnes sur 450"
          action={<Button kind="quiet">Annuler l’import</Button>}
        />
        <Progress label="Recherche du meilleur plan de rencontres" note="Encore une minute environ" />
      </Section>
      <Section title="Boutons et marques">
        <Actions>
          <Button kind="main">Action principale</Button>
          <Button>Action ordinaire</Button>
          <Button kind="quiet">Action discrète</Button>
          <Button kind="danger" icon="bin">
            Action irréversible
          </Button>
          <Button disabled>Indisponible</Button>
        </Actions>
        <p className={styles.row}>
          <Tag>brouillon</Tag>
          <Tag tone="info">transmis</Tag>
          <Tag tone="success">ratifié</Tag>
          <Tag tone="warning">à compléter</Tag>
          <Tag tone="danger">refusé</Tag>
          <Tag mark={1}>Mer</Tag>
          <Tag mark={2}>Industrie</Tag>
          <Tag mark={3}>Climat</Tag>
          <Tag mark={4}>Culture</Tag>
          <Tag mark={5}>Santé</Tag>
          <Tag mark={6}>Tourisme</Tag>
        </p>
        <ul className={styles.icons}>
          {iconNames.map((name: IconName) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
