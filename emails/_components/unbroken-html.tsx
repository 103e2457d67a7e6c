import { Fragment } from 'react'
import { inUnbrokenPieces } from '@/lib/kernel/unbroken'

/** Words in which "e-mail", and a day with its month, never stand on two lines. */
export function UnbrokenHtml({ text }: { text: string }) {
  return inUnbrokenPieces(text).map((piece, at) => (
    <Fragment key={at}>{at % 2 === 1 ? <span style={{ whiteSpace: 'nowrap' }}>{piece}</span> : piece}</Fragment>
  ))
}
