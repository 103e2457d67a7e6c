import { answerWith } from '@/app/_server/request'
import { EmbedFrame } from '@/components/embed/embed-frame'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'There is no such campaign', robots: { index: false } }

/** In the frame of a page that names a campaign which is not there, or not yet. */
export default function NoSuchEmbed() {
  answerWith(404)
  return (
    <EmbedFrame palette="commons">
      <h1 className="text-h2">There is no such campaign</h1>
      <p>It may not have opened yet, or its address was mistyped on this page.</p>
      <p>
        <a className="link font-semibold" href="/" target="_blank" rel="noopener">
          See what is open<span className="sr-only"> (in a new tab)</span>
        </a>
      </p>
    </EmbedFrame>
  )
}
