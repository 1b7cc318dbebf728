import { useEffect, useState } from 'react'

/** What was read last stays in sight while it is read again, and while the network is gone. */
export const useKept = <T>(data: T | null): T | null => {
  const [kept, setKept] = useState(data)
  useEffect(() => {
    if (data) setKept(data)
  }, [data])
  return data ?? kept
}
