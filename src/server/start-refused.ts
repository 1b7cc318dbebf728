/** The server cannot start, for a reason a person can put right: the message is the whole sentence they read. */
export class StartRefused extends Error {}
