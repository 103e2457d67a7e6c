import { posted } from '@/app/_server/request'
import { BackToDirectory } from '@/app/staff/directory/back-to-directory'
import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { importMembers } from '@/lib/directory/members/import'
import { waitingMemberList } from '@/lib/directory/members/uploaded/waiting-list'
import { memberName } from '@/lib/staff/team/member-name'
import { bringIn, discard, upload } from './form'
import { UploadForm } from './upload-form'
import { WaitingList } from './waiting-list'

export const metadata = { title: 'MPs from a file' }

export default staffPage(
  {
    verb: 'directory.see',
    at: '/staff/directory',
    title: 'MPs from a file',
    lead: 'A list is compared with the MPs in use first. Nothing changes before you have seen what would.',
  },
  async ({ ctx }, query) => {
    const left = posted(upload) ?? posted(bringIn) ?? posted(discard)
    const list = await waitingMemberList(ctx)
    const faults = (left?.faults ?? []).map((fault) =>
      list || fault.field === 'list' ? fault : { ...fault, field: 'upload' },
    )
    const [compared, by] = await Promise.all([
      list && importMembers(ctx, list.rows, 'dry-run'),
      list?.staffId ? memberName(ctx, list.staffId) : null,
    ])
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={faults} />
          {!left && !list && query.done === 'discarded' && (
            <Notice look="done" heading="Discarded: nothing was changed" />
          )}
        </div>
        {list && compared && <WaitingList list={list} compared={compared} by={by} />}
        <UploadForm another={list !== null} error={faults.find(({ field }) => field === 'list')?.message} />
        <BackToDirectory />
      </>
    )
  },
)
