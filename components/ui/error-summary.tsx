import { unbrokenText } from './unbroken'

export type Fault = { field: string; message: string }

/**
 * What is wrong with a form, on top of it, each fault a link to its field. Takes the focus when the page opens, with
 * scripts or without, since an alert that is there from the start is not read out by itself.
 */
export function ErrorSummary({
  faults,
  heading = 'There is a problem',
}: {
  faults: readonly Fault[]
  heading?: string
}) {
  if (faults.length === 0) return null
  return (
    <div
      id="error-summary"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without scripts nothing else takes the reader to what went wrong.
      autoFocus
      className="border-[0.2222rem] border-fault bg-fault-wash px-5 py-4"
    >
      <h2 className="text-h3">{heading}</h2>
      <ul className="mt-2 space-y-1">
        {faults.map(({ field, message }) => (
          <li key={field + message}>
            <a
              href={`#${field}`}
              className="font-semibold text-fault underline decoration-2 underline-offset-4 hover:decoration-4"
            >
              {unbrokenText(message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
