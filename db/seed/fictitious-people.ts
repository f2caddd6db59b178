/** Names for the many people of the demonstration nobody knows: made up, the same on every machine, none of them twice. */
const givenNames =
  'Maëlle Tanguy Solenn Gurvan Nolwenn Ewen Clémence Basile Oriane Corentin Apolline Malo Séverine Titouan Garance Ronan Judith Yannick Philippine Gaspard Ombeline Lubin Capucine Alban Noémie'.split(
    ' ',
  )
const familyNames =
  'Coudraye Bellangrais Sauvignac Perrochel Landemont Vertouan Quéraudel Brivalois Chassetoile Durivault Esnaudière Fougerolles Garandeau Hautecombe Jarnigon Kervéline Lestourneau Mauvezière Nozéran Oudineau Pontillac Rezéroux Savignet Trémoulac Urvoisière Valdemars Yvonnerie Boscherel Clissandre'.split(
    ' ',
  )

/** The person of this rank. Twenty-five given names and twenty-nine families have no common divisor: the first 725 ranks are all different. */
export function personOfRank(rank: number): readonly [givenName: string, familyName: string] {
  return [givenNames[rank % givenNames.length] ?? '', familyNames[rank % familyNames.length] ?? '']
}
