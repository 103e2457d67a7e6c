/** What stands on the button that says that this is one's MP; `mp` is `null` where the seat has none. */
export function YesWords({ mp }: { mp: string | null }) {
  if (mp === null) return 'Yes, write to the next MP'
  return (
    <>
      Yes, write to <span className="inline-block">{mp}</span>
    </>
  )
}
