import { Children, type ReactNode } from 'react'
import { inUnbrokenPieces } from '@/lib/kernel/unbroken'

/** Words in which "e-mail", a postcode, and a day with its month never stand on two lines; elements are left as they are. */
export function Unbroken({ children }: { children: ReactNode }): ReactNode {
  if (Array.isArray(children)) {
    return Children.map(children, (child) => (typeof child === 'string' ? <Unbroken>{child}</Unbroken> : child))
  }
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
