import { describe, expect, test } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { Form } from './form.tsx'
import { attributes, htmlOf, wordsOf } from './html-of.tsx'
import { LocalizedField } from './localized-field.tsx'
import { MoneyField } from './money-field.tsx'
import { CheckboxGroup, RadioGroup } from './radio-group.tsx'
import { Select } from './select.tsx'
import { TextField } from './text-field.tsx'

const refused = htmlOf(
  <Form
    id="expense"
    requestKey="key-1"
    version={4}
    values={{ supplier: 'Albergo <del> Molo', amount: '12,5o', kind: 'lodging', shares: ['port'], 'purpose.en': 'Rooms' }}
    errors={{
      amount: 'Écrivez le montant en chiffres.',
      shares: 'Cochez un partenaire présent.',
      'purpose.fr': 'Écrivez l’objet en français.',
    }}
  >
    <TextField name="supplier" label="Fournisseur" hint="Le nom écrit sur la facture." required />
    <MoneyField name="amount" label="Montant" currency="EUR" defaultCents={1n} />
    <Select
      name="kind"
      label="Nature"
      options={[
        { value: 'transport', label: 'Transport' },
        { value: 'lodging', label: 'Hébergement' },
      ]}
    />
    <CheckboxGroup
      name="shares"
      label="Qui en profite"
      defaultValues={['city']}
      choices={[
        { value: 'city', label: 'Ville' },
        { value: 'port', label: 'Port' },
      ]}
    />
    <RadioGroup
      name="seenBy"
      label="Qui la voit"
      defaultValue="own"
      choices={[
        { value: 'own', label: 'Nous' },
        { value: 'all', label: 'Tous' },
      ]}
    />
    <LocalizedField name="purpose" label="Objet" languages={['fr', 'en']} defaultValue={{ fr: 'Chambres' }} />
    <Checkbox name="checked" label="J’ai vérifié" defaultChecked />
  </Form>,
)

describe('a refused form', () => {
  test('leads from each mistake to a control that exists', () => {
    const targets = attributes(refused, 'href').map((href) => href.slice(1))

    expect(targets).toEqual(['expense-amount', 'expense-shares', 'expense-purpose-fr'])
    expect(attributes(refused, 'id')).toEqual(expect.arrayContaining(targets))
  })

  test('describes a control only by elements that exist', () => {
    const described = attributes(refused, 'aria-describedby').flatMap((ids) => ids.split(' '))

    expect(described).toEqual(['expense-supplier-hint', 'expense-amount-error', 'expense-shares-error', 'expense-purpose-fr-error'])
    expect(attributes(refused, 'id')).toEqual(expect.arrayContaining(described))
  })

  test('says how many answers need correcting and that nothing is lost', () => {
    expect(wordsOf(refused)).toContain('3 réponses sont à corriger Rien n’est perdu')
  })

  test('keeps what was typed rather than what was known before', () => {
    expect(refused).toContain('value="Albergo &lt;del&gt; Molo"')
    expect(refused).toContain('value="12,5o"')
    expect(refused).toMatch(/<option value="lodging" selected="">/)
    expect(refused).toContain('value="Rooms"')
    expect(refused).toMatch(/value="port"[^>]*checked=""|checked=""[^>]*value="port"/)
    expect(refused).not.toMatch(/value="city"[^>]*checked=""|checked=""[^>]*value="city"/)
  })

  test('shows unticked the box that was not sent', () => {
    expect(refused.match(/<input[^>]*name="checked"[^>]*>/)?.[0]).not.toContain('checked=""')
  })

  test('carries its once-only key and the version that was read', () => {
    expect(refused).toContain('<input type="hidden" name="requestKey" value="key-1"/>')
    expect(refused).toContain('<input type="hidden" name="version" value="4"/>')
  })
})

test('a required field says so in words', () => {
  expect(wordsOf(htmlOf(<TextField name="title" label="Titre" required />))).toBe('Titre (obligatoire)')
  expect(wordsOf(htmlOf(<TextField name="title" label="Title" required />, { locale: 'en' }))).toBe('Title (required)')
})

test('an amount already known is proposed as it is written in the language of the page', () => {
  const field = <MoneyField name="amount" label="Montant" currency="EUR" defaultCents={13_910_894n} />

  expect(attributes(htmlOf(field), 'value')).toEqual(['139\u202F108,94'])
  expect(attributes(htmlOf(field, { locale: 'en' }), 'value')).toEqual(['139,108.94'])
})

test('a password is never written back into the page', () => {
  const html = htmlOf(
    <Form values={{ password: 'secret' }} errors={{ password: 'Trop court.' }}>
      <TextField name="password" label="Mot de passe" type="password" />
    </Form>,
  )

  expect(html).not.toContain('secret')
})

test('a mistake about the whole form is said without a link to anywhere', () => {
  const html = htmlOf(<Form errors={{ '': 'La mission a été annulée entre-temps.' }}>…</Form>)

  expect(wordsOf(html)).toContain('Une réponse est à corriger')
  expect(html).toContain('<li>La mission a été annulée entre-temps.</li>')
})

test('a form without mistakes shows no summary', () => {
  expect(htmlOf(<Form requestKey="key-2">…</Form>)).not.toContain('role="alert"')
})
