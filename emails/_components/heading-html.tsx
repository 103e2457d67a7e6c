import { Fragment } from 'react'
import { UnbrokenHtml } from './unbroken-html'

const NAME = /((?:\p{Lu}\S{0,40} ){1,2}MP\b)/u
/** So many letters of a heading fit beside one another on any phone. */
const FITS = 20

/** A heading in which an MP's name never stands on two lines, where there is room for it on one. */
export function HeadingHtml({ text }: { text: string }) {
  return text
    .split(NAME)
    .map((piece, at) => (
      <Fragment key={at}>
        {at % 2 === 1 && piece.length <= FITS ? (
          <span style={{ whiteSpace: 'nowrap' }}>{piece}</span>
        ) : (
          <UnbrokenHtml text={piece} />
        )}
      </Fragment>
    ))
}
