type Props = {
  /** What is chosen already: a campaign, or `null` for all of them, and the days. */
  campaign: { slug: string } | null
  span: { from: string; to: string }
  campaigns: readonly { slug: string; title: string | null }[]
}

/** Which campaign and which days: fields of a form whose answer stands in the address. */
export function ScopeFields({ campaign, span, campaigns }: Props) {
  return (
    <>
      <label className="col-span-2 font-bold">
        Campaign
        <select
          name="campaign"
          defaultValue={campaign?.slug ?? 'all'}
          className="control w-full font-normal sm:max-w-72"
        >
          <option value="all">All campaigns</option>
          {campaigns.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title ?? slug}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 font-bold">
        From
        <input type="date" name="from" defaultValue={span.from} className="control w-full min-w-0 font-normal" />
      </label>
      <label className="min-w-0 font-bold">
        To
        <input type="date" name="to" defaultValue={span.to} className="control w-full min-w-0 font-normal" />
      </label>
    </>
  )
}
