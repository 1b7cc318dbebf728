/** Behind the `#`: the code never reaches a server's log by itself. */
export const joinAddress = ({ origin, pathname }: { origin: string; pathname: string }, code: string) =>
  `${origin}${pathname}#/join/${encodeURIComponent(code)}`
