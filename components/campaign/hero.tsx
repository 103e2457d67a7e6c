import { LiveProgress } from '@/components/figures/live-progress'

type Props = {
  slug: string
  title: string
  summary: string
  /** What is said of a source that is old; `null` while it is not. */
  dated: string | null
  /** Letters and supporters so far, and the number that the campaign is after. */
  figures: Parameters<typeof LiveProgress>[0]['figures']
}

/** What is asked, of whom, and how many have asked it so far. */
export function Hero({ slug, title, summary, dated, figures }: Props) {
  return (
    <>
      <h1 className="text-poster">{title}</h1>
      <p className="mt-3 max-w-measure leading-[1.42] sm:mt-6 sm:text-lead">{summary}</p>
      {dated && <p className="mt-2 max-w-measure leading-[1.42] text-muted sm:mt-4">{dated}</p>}
      <div className="mt-3 max-w-measure sm:mt-7">
        <LiveProgress slug={slug} figures={figures} />
      </div>
    </>
  )
}
