import { FigureLink } from '../figure-link.tsx'
import { Amount } from '../format.tsx'
import { Section } from '../section.tsx'
import { Statement } from '../statement.tsx'

export function SpecimenMoney() {
  return (
    <>
      <Section title="Comptes" note="Chaque montant ouvre ses lignes.">
        <Statement
          caption="Dépenses ratifiées, trois missions de 2027"
          lineHeader="Mission"
          columns={['Montant']}
          currency="EUR"
          lines={[
            {
              key: 'a',
              label: 'Valdoria',
              note: '16–18 mars 2027, vingt membres',
              figures: [{ cents: 4_215_317n, to: '/depenses?mission=a' }],
            },
            {
              key: 'b',
              label: 'Port-Sérénité',
              note: '4–6 mai 2027, quatre membres',
              figures: [{ cents: 118_205n, to: '/depenses?mission=b' }],
            },
            {
              key: 'c',
              label: 'Halvorsund',
              note: '21–24 septembre 2027, six membres',
              figures: [{ cents: 904_078n, to: '/depenses?mission=c' }],
            },
            { key: 'total', label: 'Total', kind: 'total', figures: [{ cents: 5_237_600n, to: '/depenses' }] },
          ]}
        />
        <p>
          La commission permanente a ratifié{' '}
          <FigureLink to="/depenses" label="dépenses des trois missions">
            <Amount cents={5_237_600n} currency="EUR" />
          </FigureLink>{' '}
          de dépenses, dont <Amount cents={12_500n} currency="CHF" /> payés sur place.
        </p>
      </Section>
      <Section title="Par partenaire" titlePlace="above">
        <Statement
          caption="Du prévu au payé, par partenaire, au 20 février 2027"
          lineHeader="Partenaire"
          columns={['Prévu', 'Engagé', 'Facturé', 'Payé']}
          currency="EUR"
          lines={[
            {
              key: 'm',
              label: 'Métropole de Rochebrune',
              figures: [
                { cents: 3_000_000n },
                { cents: 2_073_330n, to: '/a' },
                { cents: 1_248_000n, to: '/b' },
                { cents: 1_248_000n, to: '/c' },
              ],
            },
            {
              key: 'p',
              label: 'Port de Rochebrune',
              note: 'clé de répartition : 30 %',
              figures: [{ cents: 900_000n }, { cents: 412_000n, to: '/d' }, { cents: 0n }, null],
            },
            {
              key: 's',
              label: 'Collectivités et port',
              kind: 'subtotal',
              figures: [{ cents: 3_900_000n }, { cents: 2_485_330n }, { cents: 1_248_000n }, { cents: 1_248_000n }],
            },
            {
              key: 'c',
              label: 'Chambre de commerce',
              figures: [{ cents: 650_000n }, { cents: 264_099n, to: '/e' }, { cents: 264_099n }, { cents: -48_020n, to: '/f' }],
            },
            {
              key: 't',
              label: 'Total',
              kind: 'total',
              figures: [{ cents: 4_550_000n }, { cents: 2_749_429n }, { cents: 1_512_099n }, { cents: 1_199_980n }],
            },
          ]}
        />
      </Section>
    </>
  )
}
