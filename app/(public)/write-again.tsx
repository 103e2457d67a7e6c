/** The way on where a letter was not taken, or is no more. */
export function WriteAgain({ slug }: { slug: string }) {
  return (
    <p>
      <a className="link font-semibold" href={`/campaigns/${slug}`}>
        Write your letter again
      </a>
    </p>
  )
}
