import type { ReactNode } from 'react'
import { Bones } from '../../parts/bones'
import { Trouble } from '../../parts/trouble'
import type { Own } from './use-own'

/** The outline while it is coming, the trouble when it does not come, and what came. */
export const Told = <T,>({
  own,
  onRetry,
  children,
}: {
  own: Own<T>
  onRetry: () => void
  children: (data: T) => ReactNode
}) => {
  if (own.state === 'waiting') return <Bones rows={3} />
  if (own.state === 'refused') return <Trouble code={own.code} purpose={own.purpose} onRetry={onRetry} />
  return <>{children(own.data)}</>
}
