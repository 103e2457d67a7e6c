import type { Asked } from '@/app/staff/dashboard/view'
import { ScopeFields } from '@/app/staff/scope-fields'
import { Button } from '@/components/ui/button'

type Props = { asked: Asked; campaigns: readonly { slug: string; title: string | null }[] }

/** Of which campaign and which days the files are: it stands in the address. */
export function ScopeForm({ asked: { campaign, span }, campaigns }: Props) {
  return (
    <form
      id="scope-form"
      method="get"
      action="/staff/exports"
      className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap"
    >
      <ScopeFields campaign={campaign} span={span} campaigns={campaigns} />
      <Button look="second">Choose</Button>
    </form>
  )
}
