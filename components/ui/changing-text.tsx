import { Unbroken } from './unbroken'

/**
 * A text that changes while it is on screen, in an element of its own that is replaced whole: a browser's translation
 * puts other nodes in place of a text's, so that React would write into one that nobody sees, or trip over it.
 */
export function ChangingText({ children }: { children: string }) {
  return (
    <span key={children}>
      <Unbroken>{children}</Unbroken>
    </span>
  )
}
