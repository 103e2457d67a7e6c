/** Beside a letter that has not gone yet: some read the page translated, and write to an office that reads English. */
export function AsWritten() {
  return (
    <p className="max-w-measure text-note text-muted">
      The letter goes as it is written here, in English unless you change that. A translation of this page is not sent.
    </p>
  )
}
