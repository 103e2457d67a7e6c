import { FRAME_HEIGHT } from '@/lib/campaigns/embed-snippet'

/** The embed as another site shows it. What is seen here is not counted. */
export function EmbedPreview({ slug, title }: { slug: string; title: string }) {
  return (
    <figure className="space-y-2">
      <figcaption>
        <strong>As it looks there.</strong> It works: a postcode leads on to the letter.
      </figcaption>
      <iframe
        src={`/embed/${slug}`}
        title={`Preview: ${title}`}
        height={FRAME_HEIGHT}
        loading="lazy"
        className="w-full max-w-measure"
      />
      <script src="/embed.js" async />
    </figure>
  )
}
