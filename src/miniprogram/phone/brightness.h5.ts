/** A browser cannot. */
export const brighten = () => undefined
export const dim = () => undefined
