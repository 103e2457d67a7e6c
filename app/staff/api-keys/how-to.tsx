import { Part } from '@/components/staff/part'

type Props = { appUrl: string; slug: string }

/** How a program asks, with an example to copy. */
export function HowTo({ appUrl, slug }: Props) {
  return (
    <Part id="how" heading="How a program asks">
      <div className="space-y-4">
        <pre
          className="overflow-x-auto border-2 border-edge bg-desk px-4 py-3"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
          tabIndex={0}
        >
          <code>{`curl -H 'Authorization: Bearer dearmp_…' \\\n  '${appUrl}/api/v1/campaigns/${slug}/figures?by=day&from=2026-11-01&to=2026-11-24'`}</code>
        </pre>
        <dl className="max-w-measure space-y-3 [&_dt]:font-bold">
          <div>
            <dt>
              <code>GET /api/v1/campaigns</code>
            </dt>
            <dd>The campaigns that the key reads, with their totals.</dd>
          </div>
          <div>
            <dt>
              <code className="break-words">GET /api/v1/campaigns/SLUG/figures</code>
            </dt>
            <dd>
              <code>by</code> is <code>day</code> (unless you say), <code>hour</code>, <code>constituency</code> or{' '}
              <code>source</code>; with the last, <code>kind</code> is <code>source</code>, <code>medium</code>,{' '}
              <code>campaign</code>, <code>content</code>, <code>referrer</code> or <code>share</code>.{' '}
              <code>from</code> and <code>to</code> are days in London, both counted; without them it is the last 30
              days, and three years at most.
            </dd>
          </div>
          <div>
            <dt>JSON, or CSV</dt>
            <dd>
              CSV comes with <code>Accept: text/csv</code>.
            </dd>
          </div>
          <div>
            <dt>What else may come back</dt>
            <dd>
              401: no key, or one that does not work. 403: a key of another campaign. 404: no such campaign. 422: days
              that cannot be. 429: too many requests; <code>Retry-After</code> says for how many seconds to wait. 503:
              an administrator has paused the figures.
            </dd>
          </div>
        </dl>
        <p className="max-w-measure">
          Keep a key on a server, as you keep a password: pages in a browser cannot use it. It shows every number in
          full, also of constituencies with fewer than five supporters, which the public does not see.
        </p>
        <p>
          <a className="link" href="/staff/api-keys/format">
            Everything that it can read, field by field
          </a>
        </p>
      </div>
    </Part>
  )
}
