import { FRAME_HEIGHT } from '@/lib/campaigns/embed-snippet'

/** The embed as another site shows it. What is seen here is not counted. */
export function EmbedPreview({ slug, title }: { slug: string; title: string }) {
  return (
    <figure className="space-y-2">
      <figcaption className="font-bold">As it looks there</figcaption>
      {/* Nothing leads out of it: staff would leave their own page with it. */}
      <iframe
        src={`/embed/${slug}`}
        title={`Preview: ${title}`}
        height={FRAME_HEIGHT}
        loading="lazy"
        sandbox="allow-scripts allow-same-origin"
        className="w-full max-w-measure"
      />
      <script src="/embed.js" async />
    </figure>
  )
}
