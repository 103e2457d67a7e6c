import { publicContext } from '@/app/_server/request'
import { ShareLink } from '@/components/letter/share-link'

type Props = {
  text: string
  slug: string
  /** A supporter's own link: its code, which counts who came by it, and the constituency that its picture names. */
  own?: { code: string; seat: { code: string; name: string } }
}

/** Ways to tell others: plain links, which tell nobody anything until they are followed. */
export function Share({ text, slug, own }: Props) {
  const { appUrl } = publicContext().env
  const url = `${appUrl}/campaigns/${slug}${own ? `/from/${own.seat.code}?by=${own.code}` : ''}`
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
      <div className="mt-2">
        <ShareLink url={url} text={text} />
      </div>
      {own && (
        <figure className="mt-4 space-y-2">
          {/* biome-ignore lint/performance/noImgElement: a drawing made on the server needs no other sizes. */}
          <img
            src={`/campaigns/${slug}/share.png?seat=${own.seat.code}`}
            width="1200"
            height="630"
            loading="lazy"
            decoding="async"
            alt={`The campaign’s title, how many have written, and an envelope to the MP for ${own.seat.name}.`}
            className="block h-auto w-full border border-hair"
          />
          <figcaption className="text-note text-muted">
            Others see this with your link: of you, your constituency alone.
          </figcaption>
        </figure>
      )}
    </section>
  )
}
