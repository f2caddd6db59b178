import { currencySign } from '#platform/pure/currency.ts'
import { formatAmount } from '#platform/pure/money.ts'
import { Field, type FieldProps, useField } from './field.tsx'
import styles from './field.module.css'
import { useForm } from './form-context.ts'
import { useLocale, useTexts } from './locale.tsx'

type MoneyFieldProps = FieldProps & {
  defaultCents?: bigint
  /** The only currency, or the one proposed first when `currencies` lets the person choose. */
  currency: string
  /** ISO 4217 codes to choose from; sent under `currencyName`. */
  currencies?: readonly string[]
  currencyName?: string
}

/** An amount typed as people write it (« 1 234,56 »); the server reads it exactly or says what it could not read. */
export function MoneyField({ name, label, hint, error, required, defaultCents, currency, currencies, currencyName }: MoneyFieldProps) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  const locale = useLocale()
  const texts = useTexts()
  const form = useForm()
  const sentCurrency = currencyName ?? `${name}Currency`
  const typedCurrency = form.values[sentCurrency]
  const known = defaultCents === undefined ? undefined : formatAmount({ cents: defaultCents, currency }, locale)
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control} width="short">
      <div className={styles.withUnit}>
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className={`${styles.control} ${styles.figure}`}
          defaultValue={typedValue ?? known}
        />
        {currencies ? (
          <select
            name={sentCurrency}
            aria-label={texts.currencyOf(typeof label === 'string' ? label : name)}
            className={styles.unit}
            defaultValue={typeof typedCurrency === 'string' ? typedCurrency : currency}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles.unit}>{currencySign(currency, locale)}</span>
        )}
      </div>
    </Field>
  )
}
