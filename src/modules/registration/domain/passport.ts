import type { Instant } from '#platform/pure/instant.ts'
import { type LocalDate, addDays } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { ApplicationId } from './application.ts'

/** What the first page of a passport says, and no more of it. `country` is who issued it, ISO 3166-1 alpha-2. */
export type Passport = { readonly number: string; readonly country: string; readonly expiresOn: LocalDate }

/** What was opened for someone who may read it. */
export type ReadPassport = Passport & { readonly applicationId: ApplicationId; readonly memberId: string }

/** Why it was read. Twin of a CHECK of 0043_passports.sql. */
export const readingPurposes = ['page', 'consulate_list'] as const
export type ReadingPurpose = (typeof readingPurposes)[number]

export type Reading = {
  readonly readAt: Instant
  readonly name: string
  readonly organisation: string
  readonly purpose: ReadingPurpose
}

/** What the traveller's page says of it: never the number again. Nothing is asked where `countries` is empty. */
export type OwnPassport = {
  readonly countries: readonly string[]
  readonly writtenAt: Instant | null
  readonly expiresOn: LocalDate | null
  readonly keptUntil: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly readers: readonly { readonly name: string; readonly organisation: string }[]
  readonly readings: readonly Reading[]
}

/** Two people at most read the passports of a mission. Twin of `two_people_at_most_read_passports`. */
export const readerRanks = [1, 2] as const
export type ReaderRank = (typeof readerRanks)[number]

export type PassportReader = {
  readonly rank: ReaderRank
  readonly accountId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly name: string
}

/** One traveller in the list: who has told theirs, and whether the acting person may open it. */
export type ToldPassport = {
  readonly applicationId: ApplicationId
  readonly memberId: string
  readonly organisationId: string
  readonly givenName: string
  readonly familyName: string
  readonly writtenAt: Instant | null
  readonly mayRead: boolean
}

export type PassportProblem = {
  readonly fields: Partial<
    Record<keyof Passport, 'passport_number_malformed' | 'country_unknown' | 'passport_expired' | 'passport_lasts_too_long'>
  >
}

/** Ten years is the longest any State issues one for; a few months of a former one may be added. */
const longestDays = 11 * 366

/**
 * Tidies a passport as it was typed: capitals, no spaces (ICAO Doc 9303 part 4 writes nothing else).
 * @param isCountry whether a code is that of a State
 * @refuses by field passport_number_malformed, country_unknown, passport_expired, passport_lasts_too_long
 */
export function decidePassport(
  typed: Passport,
  today: LocalDate,
  isCountry: (code: string) => boolean,
): Outcome<Passport, PassportProblem> {
  const number = typed.number.toUpperCase().replaceAll(/[\s.-]/g, '')
  const fields: PassportProblem['fields'] = {
    ...(/^[A-Z0-9]{5,15}$/.test(number) ? {} : { number: 'passport_number_malformed' as const }),
    ...(isCountry(typed.country) ? {} : { country: 'country_unknown' as const }),
    ...(typed.expiresOn < today
      ? { expiresOn: 'passport_expired' as const }
      : typed.expiresOn > addDays(today, longestDays)
        ? { expiresOn: 'passport_lasts_too_long' as const }
        : {}),
  }
  return Object.keys(fields).length > 0 ? refused({ fields }) : ok({ ...typed, number })
}

/** Whose words they are, for the seal: a passport moved to another application does not open. */
export function sealOwner(applicationId: string): string {
  return `registration.passport ${applicationId}`
}
