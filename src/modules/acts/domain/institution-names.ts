import type { Gender } from '#platform/pure/number-words.ts'

/** Vowels before which « le », « la » and « de » elide. An initial h is left alone: « la Haute-Garonne ». */
const OPENS_WITH_VOWEL = /^[aeiouyàâäéèêëîïôöûüœæ]/i

/** « la Commission permanente », « le Conseil municipal », « l’Assemblée de Corse ». */
export function theInstitutionFr(name: string, gender: Gender): string {
  if (OPENS_WITH_VOWEL.test(name)) return `l’${name}`
  return `${gender === 'feminine' ? 'la' : 'le'} ${name}`
}

/** « de la Commission permanente », « du Conseil municipal », « de l’Assemblée de Corse ». */
export function ofInstitutionFr(name: string, gender: Gender): string {
  if (OPENS_WITH_VOWEL.test(name)) return `de l’${name}`
  return gender === 'feminine' ? `de la ${name}` : `du ${name}`
}

/** « à la Commission permanente », « au Conseil municipal », « à l’Assemblée de Corse ». */
export function toInstitutionFr(name: string, gender: Gender): string {
  if (OPENS_WITH_VOWEL.test(name)) return `à l’${name}`
  return gender === 'feminine' ? `à la ${name}` : `au ${name}`
}

const FEMININE_HEADS = new Set([
  'commission',
  'ville',
  'commune',
  'métropole',
  'région',
  'assemblée',
  'communauté',
  'collectivité',
  'eurométropole',
])

/** The gender of an institution from its first noun; a suggestion for forms, since « Conseil » and « Bureau » are the common case. */
export function institutionGender(name: string): Gender {
  const head =
    name
      .trim()
      .split(/[\s’']/u)[0]
      ?.toLocaleLowerCase('fr') ?? ''
  return FEMININE_HEADS.has(head) ? 'feminine' : 'masculine'
}
