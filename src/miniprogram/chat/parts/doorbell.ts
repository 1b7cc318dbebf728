/** `ring`: there is something to ask for. `broken`: nobody listens any more. */
export type Heard = { ring: () => void; broken: () => void }

/** WeChat has no events from a server: there the phone looks by itself. Gives what hangs up; null where there is no doorbell. */
export const listenAtDoor = (_heard: Heard): (() => void) | null => null
