import { expect, test } from 'vitest'
import { asTimeZone, isTimeZone, zoneName } from './time-zone.ts'

test('only zones of the IANA database, written as it writes them, are zones', () => {
  const zones = ['Europe/Paris', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'UTC', 'America/Port-au-Prince']
  const others = ['europe/paris', 'Europe/Nowhere', '+02:00', 'UTC+2', 'EST', 'Etc/GMT+5', 'GMT', 'Paris', '', null, 2]

  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
  expect(others.filter((other) => isTimeZone(other))).toEqual([])
})

test.each([
  ['Europe/Paris', 'heure de Paris', 'Paris time'],
  ['America/New_York', 'heure de New York', 'New York time'],
  ['Africa/Abidjan', 'heure d’Abidjan', 'Abidjan time'],
  ['Africa/Cairo', 'heure du Caire', 'Cairo time'],
  ['Europe/Rome', 'heure de Rome', 'Rome time'],
  ['Europe/London', 'heure de Londres', 'London time'],
  ['America/Sao_Paulo', 'heure de São Paulo', 'São Paulo time'],
  ['America/Argentina/Buenos_Aires', 'heure de Buenos Aires', 'Buenos Aires time'],
  ['Indian/Reunion', 'heure de La Réunion', 'Réunion time'],
  ['UTC', 'UTC', 'UTC'],
])('%s is the « %s »', (zone, french, english) => {
  expect(zoneName(asTimeZone(zone), 'fr')).toBe(french)
  expect(zoneName(asTimeZone(zone), 'en')).toBe(english)
})

test('every zone the platform knows has a name that is read, not an identifier', () => {
  const unread = Intl.supportedValuesOf('timeZone')
    .filter(isTimeZone)
    .filter((zone) => /[/_]/.test(zoneName(zone, 'fr') + zoneName(zone, 'en')))

  expect(unread).toEqual([])
})

test('an unknown zone taken for granted is a bug', () => {
  expect(() => asTimeZone('Europe/Nowhere')).toThrow('not a zone')
})
