'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Tied } from '@/components/ui/field'
import type { NamedSeat } from '@/lib/directory/search/by-name'

type Search = { Combobox: typeof import('./constituency-combobox').ConstituencyCombobox; listed: NamedSeat[] }

/** Puts a search field in place of the list it is given, once that is on screen, unless somebody is using it. */
export function ConstituencySearch({ tied, children }: { tied: Tied; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState<Search | null>(null)

  useEffect(() => {
    const select = place.current?.querySelector('select')
    if (!select) return
    const seen = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return
      seen.disconnect()
      const Combobox = await loaded()
      // Looked at only now: on a slow line somebody may have begun to choose from the list.
      const inUse = document.activeElement === select || select.value !== ''
      if (Combobox && !inUse) setSearch({ Combobox, listed: seatsIn(select) })
    })
    seen.observe(select)
    return () => seen.disconnect()
  }, [])

  return <div ref={place}>{search ? <search.Combobox tied={tied} listed={search.listed} /> : children}</div>
}

/** Its library weighs more than the rest of the page's scripts, so it comes only where a list is seen. */
async function loaded(): Promise<Search['Combobox'] | null> {
  try {
    return (await import('./constituency-combobox')).ConstituencyCombobox
  } catch {
    // Offline, or the page is older than the installation: the list serves.
    return null
  }
}

/** What the list already says, so that the search works even if the MPs' names cannot be fetched. */
function seatsIn(select: HTMLSelectElement): NamedSeat[] {
  return [...select.options]
    .filter((option) => option.value)
    .map((option) => ({
      code: option.value,
      name: option.text,
      nation: option.parentElement?.getAttribute('label') ?? '',
      mp: null,
    }))
}
