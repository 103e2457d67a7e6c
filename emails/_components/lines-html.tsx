import { Fragment } from 'react'

/** Lines of one paragraph, each on its own. */
export function LinesHtml({ lines }: { lines: string[] }) {
  return lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ))
}
