import type { DoorTicket } from './door-book'

/** As they let themselves be called; not everybody has said how. */
export const nameOf = ({ name }: Pick<DoorTicket, 'name'>) => (name === '' ? '没有写称呼的一位' : name)

/** Those whose name has what is looked for, by name: nobody moves under the finger when somebody came. */
export const namedLike = (tickets: readonly DoorTicket[], looked: string): DoorTicket[] => {
  const wanted = looked.trim().toLowerCase()
  return tickets
    .filter((ticket) => nameOf(ticket).toLowerCase().includes(wanted))
    .sort((one, other) => one.name.localeCompare(other.name) || (one.ticketId < other.ticketId ? -1 : 1))
}

type Counts = { people: number; tickets: number }

/** Where some come together, people and tickets are not as many. */
export const ticketsSaid = (came: Counts, expected: Counts): string | null =>
  expected.people === expected.tickets ? null : `按票算：${came.tickets} 张到了，一共 ${expected.tickets} 张`
