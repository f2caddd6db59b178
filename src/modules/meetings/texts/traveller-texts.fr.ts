const fr = {
  is: (name: string, member: string, sender: string) =>
    name === member ? `${name} voyage (${sender})` : `${name} voyage : ${member} (${sender})`,
  isNobody: (name: string) => `${name} ne voyage pas avec la délégation`,
  member: 'Qui est-ce dans la délégation ?',
  hint: 'Badge, programme et rendez-vous sont alors ceux d’une même personne.',
  byName: 'À reconnaître par le nom',
  of: (name: string, sender: string) => `${name} (${sender})`,
  save: 'Enregistrer',
  saveOf: (name: string) => `Enregistrer qui est ${name} dans la délégation`,
}

export type TravellerTexts = typeof fr
export default fr
