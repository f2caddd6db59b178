import type { AgreementLine } from './agreement.ts'
import { isPlanned, isRunning } from './life.ts'

/** A place one goes to, or from where people come; `names` are those of its city, in any language, and none for a whole country. */
export type Concerned = { readonly country: string; readonly cityId: string | null; readonly names: readonly string[] }

const fold = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase()

/** What is at stake there: agreements with these cities that are still to be made, or running. */
export function agreementsConcerned<Line extends Pick<AgreementLine, 'country' | 'cityId' | 'cityName' | 'standing'>>(
  register: readonly Line[],
  places: readonly Concerned[],
): Line[] {
  return register.filter(
    (line) =>
      (isPlanned(line.standing) || isRunning(line.standing)) &&
      places.some(({ country, cityId, names }) => {
        if (country !== line.country) return false
        if (cityId !== null && cityId === line.cityId) return true
        const own = new Set(Object.values(line.cityName).map((name) => fold(name ?? '')))
        return names.some((name) => own.has(fold(name)))
      }),
  )
}
