import { newId } from '../../phone/new-id'

/** Made for one wish and kept until it was answered, over pages too: asking again after a lost answer is the same booking. */
const kept = new Map<string, string>()

/** `wish`: everything that makes it what it is, such as whose time, when, and how. */
export const idFor = (wish: string): string => {
  const id = kept.get(wish) ?? newId()
  kept.set(wish, id)
  return id
}

/** It was answered: the next wish of the same words is another one. */
export const answered = (wish: string): void => {
  kept.delete(wish)
}
