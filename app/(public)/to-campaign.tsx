/** The way on from a page that leads nowhere: to the campaign that it is about, where that is known. */
export function ToCampaign({ slug }: { slug?: string }) {
  return (
    <p>
      <a className="link font-semibold" href={slug ? `/campaigns/${slug}` : '/'}>
        To the campaign
      </a>
    </p>
  )
}
