import { LiveProgress } from '@/components/figures/live-progress'
import { unbrokenText } from '@/components/ui/unbroken'

type Props = {
  slug: string
  title: string
  summary: string
  /** What is said of a source that is old; `null` while it is not. */
  dated: string | null
  /** Who runs the campaign, where somebody is named. */
  by: string | null
  /** For whoever came by a supporter's link. */
  greeting: string | null
  /** Letters and supporters so far, and the number that the campaign is after. */
  figures: Parameters<typeof LiveProgress>[0]['figures']
  canWrite: boolean
}

/** Who asks what of whom, since when, and how many have asked it so far. */
export function Hero({ slug, title, summary, dated, by, greeting, figures, canWrite }: Props) {
  return (
    <>
      {greeting && (
        <p className="mb-2 bg-accent-wash px-3 py-1.5 text-[min(1rem,9vw)] leading-snug font-semibold sm:mb-4">
          {greeting}
        </p>
      )}
      {by && (
        <p className="mb-1 text-note leading-snug sm:mb-3">
          A campaign by <strong>{by}</strong>
        </p>
      )}
      <h1 className="text-poster">{title}</h1>
      <p className="mt-2 max-w-measure leading-[1.36] sm:mt-6 sm:text-lead">{summary}</p>
      {dated && <p className="mt-1.5 max-w-measure leading-[1.36] sm:mt-4">{unbrokenText(dated)}</p>}
      <div className="mt-2 max-w-measure sm:mt-7">
        <LiveProgress slug={slug} figures={figures} canWrite={canWrite} />
      </div>
    </>
  )
}
