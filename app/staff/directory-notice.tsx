import { Notice } from '@/components/ui/notice'
import { directoryAges } from '@/lib/directory/age/ages'
import { syncTrouble } from '@/lib/directory/sync/trouble'
import type { Context } from '@/lib/kernel/context'

/** What is out of date in the directory, or could not be read, for as long as it is so; `link`: with the way there. */
export async function DirectoryNotice({ ctx, link = false }: { ctx: Context; link?: boolean }) {
  const [{ mps, postcodes }, trouble] = await Promise.all([directoryAges(ctx), syncTrouble(ctx)])
  const says = [mps?.old, trouble?.words, postcodes?.old].filter((line) => typeof line === 'string')
  if (says.length === 0) return null
  return (
    <Notice look="held" heading="The directory needs a look">
      {says.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {link && (
        <p>
          <a className="link font-semibold" href="/staff/directory">
            See MPs and postcodes
          </a>
        </p>
      )}
    </Notice>
  )
}
