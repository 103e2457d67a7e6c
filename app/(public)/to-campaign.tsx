/** The way on from a page that leads nowhere. */
export function ToCampaign() {
  return (
    <p>
      <a className="link font-semibold" href="/">
        To the campaign
      </a>
    </p>
  )
}
