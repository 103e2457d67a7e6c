import { env } from '@/lib/kernel/env'

/** Ways to tell others: plain links, which tell nobody anything until they are followed. `code` counts who came by them. */
export function Share({ text, slug, code }: { text: string; slug: string; code?: string }) {
  const url = `${env().appUrl}/campaigns/${slug}${code ? `?by=${code}` : ''}`
  const message = encodeURIComponent(`${text} ${url}`)
  const ways = [
    ['WhatsApp', `https://wa.me/?text=${message}`],
    ['E-mail', `mailto:?subject=${encodeURIComponent('Write to your MP')}&body=${message}`],
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`],
    ['Bluesky', `https://bsky.app/intent/compose?text=${message}`],
    ['X', `https://x.com/intent/post?text=${message}`],
  ] as const
  return (
    <section aria-labelledby="share" className="max-w-measure">
      <h2 id="share" className="text-h2">
        Ask a friend to write
      </h2>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {ways.map(([way, href]) => (
          <li key={way}>
            <a
              href={href}
              className="link inline-flex min-h-target items-center font-semibold"
              rel="noopener noreferrer"
            >
              {way}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-muted">
        Or pass on this address: <span className="break-all">{url}</span>
      </p>
    </section>
  )
}
