import { describe, expect, it } from 'vitest'
import { institutionGender, ofInstitutionFr, theInstitutionFr, toInstitutionFr } from './institution-names.ts'

describe('the French article of an institution', () => {
  it.each([
    ['Commission permanente', 'la Commission permanente', 'de la Commission permanente', 'à la Commission permanente'],
    ['Conseil municipal', 'le Conseil municipal', 'du Conseil municipal', 'au Conseil municipal'],
    ['Assemblée de Corse', 'l’Assemblée de Corse', 'de l’Assemblée de Corse', 'à l’Assemblée de Corse'],
    ['Eurométropole de Strasbourg', 'l’Eurométropole de Strasbourg', 'de l’Eurométropole de Strasbourg', 'à l’Eurométropole de Strasbourg'],
    ['Bureau métropolitain', 'le Bureau métropolitain', 'du Bureau métropolitain', 'au Bureau métropolitain'],
  ])('agrees with %s', (name, the, of, to) => {
    const gender = institutionGender(name)

    expect([theInstitutionFr(name, gender), ofInstitutionFr(name, gender), toInstitutionFr(name, gender)]).toEqual([the, of, to])
  })
})
