import { Notice } from '@/components/ui/notice'
import type { Unbelieved } from '@/lib/limits/untrusted-proxies'

const places: Record<Unbelieved['peer'], string> = {
  'this-machine': 'from this machine',
  'private-network': 'from a private network',
  internet: 'from the internet',
}

/** That requests come by a proxy which is not believed, as far as that can be told. */
export function UnbelievedProxies({ seen }: { seen: readonly Unbelieved[] }) {
  const unnamed = seen.filter(({ unread }) => !unread)
  const unread = seen.filter((each) => each.unread)
  return (
    <>
      {unnamed.length > 0 && (
        <Notice look="fault" heading="Is there a proxy in front?" id="unbelieved-proxy">
          <p>
            Within the last day a request came {placesOf(unnamed)} with headers of a proxy that <code>TRUST_PROXY</code>{' '}
            does not name, so they were not believed.
          </p>
          <p>
            If a proxy of yours stands in front, set <code>TRUST_PROXY</code> to its network (<code>loopback</code> for
            one on this machine, else its address or network) and start again: until then all visitors who come through
            it share one limit, and are turned away together. If none does, a visitor has sent the headers, and nothing
            is wrong.
          </p>
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice look="fault" heading="Does your proxy say where visitors come from?" id="silent-proxy">
          <p>
            Within the last day a request came {placesOf(unread)}, by a proxy that <code>TRUST_PROXY</code> names, but
            without <code>X-Forwarded-For</code>, the only header that is read.
          </p>
          <p>
            If the proxy never sends that header, have it do so: until then all visitors who come through it share one
            limit, and are turned away together.
          </p>
        </Notice>
      )}
    </>
  )
}

function placesOf(seen: readonly Unbelieved[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(seen.map(({ peer }) => places[peer]))
}
