import { Actions } from '../actions.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Checkbox } from '../checkbox.tsx'
import { CopyField } from '../copy-field.tsx'
import { DateField } from '../date-field.tsx'
import { Dialog } from '../dialog.tsx'
import { Fieldset } from '../fieldset.tsx'
import { FileField } from '../file-field.tsx'
import { Form } from '../form.tsx'
import { LocalizedField } from '../localized-field.tsx'
import { MoneyField } from '../money-field.tsx'
import { NumberField } from '../number-field.tsx'
import { CheckboxGroup, RadioGroup } from '../radio-group.tsx'
import { Section } from '../section.tsx'
import { Select } from '../select.tsx'
import { TextArea } from '../text-area.tsx'
import { TextField } from '../text-field.tsx'

export function SpecimenForms() {
  return (
    <>
      <Section title="Saisir une dépense" note="Une erreur ne fait rien perdre.">
        <Form
          id="expense"
          requestKey="00000000-0000-7000-8000-000000000001"
          version={3}
          encType="multipart/form-data"
          values={{ supplier: 'Albergo del Molo', amount: '8 73o,50', date: '2027-02-09', shares: ['metropole', 'port'] }}
          errors={{
            amount: 'Écrivez le montant en chiffres, par exemple « 8 730,50 ».',
            category: 'Choisissez une nature de dépense.',
            shares: 'Cochez au moins un partenaire présent à cette date.',
          }}
        >
          <TextField
            name="supplier"
            label="Fournisseur"
            required
            hint="Le nom écrit sur la facture."
            suggestions={['Albergo del Molo', 'Compagnie du Détroit']}
          />
          <Fieldset legend="Le montant">
            <MoneyField name="amount" label="Montant toutes taxes comprises" required currency="EUR" currencies={['EUR', 'CHF', 'USD']} />
            <DateField name="date" label="Date de la facture" required />
            <NumberField name="nights" label="Nuitées" unit="nuits" hint="Laissez vide si ce n’est pas un hébergement." />
          </Fieldset>
          <Select
            name="category"
            label="Nature"
            required
            options={[
              {
                label: 'Déplacement',
                options: [
                  { value: 'transport', label: 'Transport' },
                  { value: 'lodging', label: 'Hébergement' },
                ],
              },
              {
                label: 'Sur place',
                options: [
                  { value: 'interpreting', label: 'Interprétation' },
                  { value: 'reception', label: 'Réception' },
                ],
              },
            ]}
          />
          <CheckboxGroup
            name="shares"
            label="Qui en profite"
            required
            choices={[
              { value: 'metropole', label: 'Métropole de Rochebrune' },
              { value: 'port', label: 'Port de Rochebrune', note: 'absent le 18 mars' },
              { value: 'university', label: 'Université des Calanques' },
            ]}
          />
          <RadioGroup
            name="visibility"
            label="Qui voit cette dépense"
            defaultValue="own"
            choices={[
              { value: 'own', label: 'Mon organisation seulement' },
              { value: 'all', label: 'Tous les partenaires', note: 'Le montant apparaîtra dans les comptes communs.' },
            ]}
          />
          <LocalizedField
            name="purpose"
            label="Objet de la dépense"
            hint="Il paraît dans le rapport, dans chaque langue où il est écrit."
            languages={['fr', 'en']}
            requiredLanguage="fr"
            defaultValue={{ fr: 'Hébergement de la délégation', it: 'Alloggio della delegazione' }}
          />
          <TextArea name="comment" label="Commentaire" hint="Il ne sera pas publié." />
          <FileField name="receipt" label="Justificatif" hint="PDF, JPEG ou PNG, 10 Mo au plus." accept=".pdf,.jpg,.jpeg,.png" />
          <Checkbox name="confirmed" label="J’ai vérifié que cette facture n’est pas déjà saisie" required />
          <Actions>
            <Button kind="main">Enregistrer la dépense</Button>
            <ButtonLink kind="quiet" to="/depenses">
              Annuler
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
      <Section title="Chercher">
        <Form method="get" layout="row" id="search">
          <TextField name="q" label="Mission, ville ou personne" type="search" />
          <Select name="state" label="État" placeholder="Tous" options={[{ value: 'preparation', label: 'En préparation' }]} />
          <Button icon="search">Chercher</Button>
        </Form>
      </Section>
      <Section title="Inviter">
        <CopyField
          label="Lien d’invitation"
          hint="Valable une fois, jusqu’au 1er mars."
          value="https://escale.example/invitation/8ktq-2v9m-x4hd"
        />
        <Dialog trigger="Retirer ce partenaire" triggerKind="danger" title="Retirer le Port de Rochebrune ?">
          <p>Le port ne verra plus la mission. Ses dépenses restent dans les comptes, et l’historique garde la trace de son départ.</p>
          <Form id="remove" requestKey="00000000-0000-7000-8000-000000000002">
            <TextField name="reason" label="Motif" required />
            <Actions>
              <Button kind="danger">Retirer le partenaire</Button>
            </Actions>
          </Form>
        </Dialog>
      </Section>
    </>
  )
}
