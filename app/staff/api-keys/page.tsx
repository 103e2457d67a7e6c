import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import { listApiKeys } from '@/lib/staff/api-keys/list'
import { create } from './form'
import { HowTo } from './how-to'
import { KeysTable } from './keys-table'
import { NewKey } from './new-key'

export const metadata = { title: 'Keys for programs' }

export default staffPage(
  {
    verb: 'api-keys.see',
    at: '/staff/api-keys',
    title: 'Keys for programs',
    lead: 'With a key, a program reads figures and nothing else: no names, and it changes nothing.',
  },
  async ({ ctx }, { done }) => {
    const left = posted(create)
    const [keys, campaigns] = await Promise.all([listApiKeys(ctx), listCampaigns(ctx)])
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={left?.faults ?? []} />
          {left?.done && <Made name={left.done.name} apiKey={left.done.key} />}
          {!left && done === 'revoked' && (
            <Notice look="done" heading="Revoked">
              <p>The next request with that key is refused.</p>
            </Notice>
          )}
        </div>
        <KeysTable keys={keys} campaigns={campaigns} now={ctx.now()} />
        <NewKey left={left} campaigns={toldApart(campaigns)} />
        <HowTo appUrl={ctx.env.appUrl} slug={campaigns[0]?.slug ?? 'SLUG'} />
      </>
    )
  },
)

/** The one time that a key is shown. */
function Made({ name, apiKey }: { name: string; apiKey: string }) {
  return (
    <Notice look="done" heading={`The key for ${name}`} id="new-key">
      <p>Copy it now: it is kept nowhere, and not shown again.</p>
      <p>
        <code className="block border-2 border-edge bg-ground px-3 py-2 text-[0.8889rem] break-all select-all">
          {apiKey}
        </code>
      </p>
    </Notice>
  )
}
