/**
 * A destroyed document that a law keeps for a time belongs to nobody: in place of the person stands this and the random id of
 * its data key. Nothing opens it any more.
 */
const SEALED_AWAY = 'sealed-away.'

export const sealedAway = (keyId: string) => `${SEALED_AWAY}${keyId}`

export const isSealedAway = (ownerId: string) => ownerId.startsWith(SEALED_AWAY)
