import { type Me, useSession } from '../session/store'

/** Who is signed in here; null only while that is not known. */
export const useMe = (): Me | null => {
  const session = useSession()
  return 'me' in session ? session.me : null
}
