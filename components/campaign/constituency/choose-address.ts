/** What goes along to the page where a constituency is chosen by name. */
type Carried = {
  /** The postcode that led nowhere, or to the wrong seat. */
  postcode?: string
  /** Where the visitor came from, printed by lib/figures/sources/source. */
  source: string
  find?: string
  choice?: string
}

/** The address where a constituency is chosen by name, with what is known so far. */
export function chooseAddress(slug: string, { source, ...known }: Carried): string {
  const query = new URLSearchParams(Object.entries(known).filter(([, value]) => value !== ''))
  for (const [name, value] of new URLSearchParams(source)) query.set(name, value)
  return `/campaigns/${slug}/choose${query.size > 0 ? `?${query}` : ''}`
}
