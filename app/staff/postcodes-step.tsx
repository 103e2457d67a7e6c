import { Notice } from '@/components/ui/notice'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import type { Context } from '@/lib/kernel/context'

/** What is still to be done about postcodes, for as long as no release of them is in use. */
export async function PostcodesStep({ ctx }: { ctx: Context }) {
  if (await currentRelease(ctx)) return null
  const { membersApiUrl, postcodesApiUrl } = ctx.env
  const asked = membersApiUrl || postcodesApiUrl
  return (
    <Notice look="held" heading="Next step: bring in the postcodes">
      <p>
        {asked
          ? 'This installation knows a few hundred postcodes. Every other one is asked of public services, which may not answer.'
          : 'This installation knows a few hundred postcodes, and asks nobody for the others: their supporters choose by name.'}
      </p>
      <p>
        <a className="link font-semibold" href="/staff/directory#postcodes">
          Bring in every postcode
        </a>
      </p>
    </Notice>
  )
}
