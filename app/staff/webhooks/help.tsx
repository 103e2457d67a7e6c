import { DELIVERIES_KEPT_DAYS } from '@/lib/webhooks/forget-deliveries'
import { CHECK } from './check-in-node'

/** What whoever writes the receiver has to know. */
export function Help() {
  return (
    <div className="max-w-measure space-y-4">
      <ul className="list-disc space-y-2 pl-5">
        <li>
          Answers within 10 seconds with a status of 200 to 299. Anything else counts as failed and is tried again, at
          growing intervals, for three days. 410 switches the webhook off; a redirect is not followed.
        </li>
        <li>
          Checks the signature. It is that of the{' '}
          <a className="link" href="https://www.standardwebhooks.com" rel="noreferrer">
            Standard Webhooks
          </a>{' '}
          specification, for which there are libraries in most languages.
        </li>
        <li>
          Takes each <code>webhook-id</code> once: a message whose answer was lost comes again under the same id.
        </li>
        <li>
          Deletes a supporter on <code>supporter.left</code>: consent was withdrawn, and that has to reach everyone who
          was told (UK GDPR articles 7(3) and 19). An id that it does not know it ignores.
        </li>
      </ul>
      <h3 className="font-bold">Checking a signature in Node</h3>
      <pre
        className="overflow-x-auto border border-edge bg-desk p-3 text-[0.8333rem] leading-snug"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
        tabIndex={0}
      >
        <code>{CHECK}</code>
      </pre>
      <p className="text-muted">
        How each message went is kept for {DELIVERIES_KEPT_DAYS} days.{' '}
        <a className="link" href="/staff/webhooks/format">
          What is sent, field by field
        </a>
      </p>
    </div>
  )
}
