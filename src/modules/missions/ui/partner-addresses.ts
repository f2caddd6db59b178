/** The field of the address that names the seat of a card whose people one wants to invite. */
export const invitedCard = 'inviter'
