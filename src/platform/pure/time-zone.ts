import { withDe } from './french-typography.ts'
import type { Locale } from './locale.ts'
import { assert } from './outcome.ts'

declare const timeZone: unique symbol

/** A zone of the IANA time zone database, such as 'America/New_York', or 'UTC'. Never an offset: offsets change with the season. */
export type TimeZone = string & { readonly [timeZone]: true }

/** Written as the database writes it: 'Europe/Paris', not 'europe/paris'. 'UTC+2', 'EST' or '+02:00' are not zones. */
export function isTimeZone(text: unknown): text is TimeZone {
  if (typeof text !== 'string' || !/^(?:UTC|[A-Z]\w*(?:\/[A-Z][\w+-]*)+)$/.test(text) || text.startsWith('Etc/')) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function asTimeZone(text: string): TimeZone {
  assert(isTimeZone(text), `"${text}" is not a zone of the IANA time zone database`)
  return text
}

/** Names that differ from the last part of the identifier, in French and English. Those who live by Toronto’s clocks in Québec do not call them so. */
const CITY_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  'Africa/Addis_Ababa': ['Addis-Abeba', 'Addis Ababa'],
  'Africa/Algiers': ['Alger', 'Algiers'],
  'Africa/Cairo': ['Le Caire', 'Cairo'],
  'Africa/Dar_es_Salaam': ['Dar es Salam', 'Dar es Salaam'],
  'Africa/Mogadishu': ['Mogadiscio', 'Mogadishu'],
  'Africa/Ndjamena': ['N’Djaména', 'N’Djamena'],
  'Africa/Lome': ['Lomé', 'Lomé'],
  'America/Bogota': ['Bogota', 'Bogotá'],
  'America/Havana': ['La Havane', 'Havana'],
  'America/Mexico_City': ['Mexico', 'Mexico City'],
  'America/Montreal': ['Montréal', 'Montreal'],
  'America/Sao_Paulo': ['São Paulo', 'São Paulo'],
  'America/Santo_Domingo': ['Saint-Domingue', 'Santo Domingo'],
  'America/Toronto': ['Montréal et Toronto', 'Montréal and Toronto'],
  'Asia/Baghdad': ['Bagdad', 'Baghdad'],
  'Asia/Baku': ['Bakou', 'Baku'],
  'Asia/Beirut': ['Beyrouth', 'Beirut'],
  'Asia/Calcutta': ['Calcutta', 'Kolkata'],
  'Asia/Damascus': ['Damas', 'Damascus'],
  'Asia/Dubai': ['Dubaï', 'Dubai'],
  'Asia/Ho_Chi_Minh': ['Hô-Chi-Minh-Ville', 'Ho Chi Minh City'],
  'Asia/Jerusalem': ['Jérusalem', 'Jerusalem'],
  'Asia/Kathmandu': ['Katmandou', 'Kathmandu'],
  'Asia/Kolkata': ['Calcutta', 'Kolkata'],
  'Asia/Manila': ['Manille', 'Manila'],
  'Asia/Riyadh': ['Riyad', 'Riyadh'],
  'Asia/Seoul': ['Séoul', 'Seoul'],
  'Asia/Singapore': ['Singapour', 'Singapore'],
  'Asia/Tashkent': ['Tachkent', 'Tashkent'],
  'Asia/Tbilisi': ['Tbilissi', 'Tbilisi'],
  'Asia/Tehran': ['Téhéran', 'Tehran'],
  'Asia/Yangon': ['Rangoun', 'Yangon'],
  'Asia/Yerevan': ['Erevan', 'Yerevan'],
  'Europe/Athens': ['Athènes', 'Athens'],
  'Europe/Brussels': ['Bruxelles', 'Brussels'],
  'Europe/Bucharest': ['Bucarest', 'Bucharest'],
  'Europe/Copenhagen': ['Copenhague', 'Copenhagen'],
  'Europe/Kiev': ['Kyiv', 'Kyiv'],
  'Europe/Lisbon': ['Lisbonne', 'Lisbon'],
  'Europe/London': ['Londres', 'London'],
  'Europe/Moscow': ['Moscou', 'Moscow'],
  'Europe/Vienna': ['Vienne', 'Vienna'],
  'Europe/Warsaw': ['Varsovie', 'Warsaw'],
  'Indian/Reunion': ['La Réunion', 'Réunion'],
  'Pacific/Noumea': ['Nouméa', 'Nouméa'],
  'Pacific/Tahiti': ['Tahiti', 'Tahiti'],
}

/** « heure de New York », « heure d’Abidjan », « heure du Caire »; "New York time"; 'UTC' in both languages. */
export function zoneName(zone: TimeZone, locale: Locale): string {
  if (zone === 'UTC') return 'UTC'
  const lastPart = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  const [french, english] = CITY_NAMES[zone] ?? [lastPart, lastPart]
  return locale === 'fr' ? `heure ${withDe(french)}` : `${english} time`
}
