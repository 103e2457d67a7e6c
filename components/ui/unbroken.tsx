import type { ReactNode } from 'react'
import { inUnbrokenPieces } from '@/lib/kernel/unbroken'

/** Words in which "e-mail", and a day with its month, never stand on two lines. What is no text is left as it is. */
export function Unbroken({ children }: { children: ReactNode }): ReactNode {
  if (typeof children !== 'string') return children
  const [before, whole, ...rest] = inUnbrokenPieces(children)
  if (whole === undefined) return children
  return (
    <span>
      {before}
      <span className="whitespace-nowrap">{whole}</span>
      <Unbroken>{rest.join('')}</Unbroken>
    </span>
  )
}
