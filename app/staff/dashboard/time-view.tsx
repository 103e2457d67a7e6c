import { DownloadLinks } from '@/app/staff/_figures/download-links'
import type { Context } from '@/lib/kernel/context'
import { bucketsOf, Course } from './course'
import { Nations } from './nations'
import type { Asked } from './view'

/** One measure by day or by hour, and the nations beside each other: drawn, and as tables. */
export function TimeView({ ctx, asked, began }: { ctx: Context; asked: Asked; began: string | null }) {
  const by = bucketsOf(asked)
  return (
    <div className="space-y-8">
      <Course ctx={ctx} asked={asked} began={began} choice />
      <p className="flex flex-wrap items-center gap-x-5 text-muted">
        As a file: <DownloadLinks scope={asked} by={by} what={`supporters and letters by ${by}`} />
      </p>
      <Nations ctx={ctx} asked={asked} />
    </div>
  )
}
