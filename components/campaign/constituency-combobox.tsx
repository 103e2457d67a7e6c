'use client'

import { useCombobox } from 'downshift'
import { useMemo, useState } from 'react'
import { type NamedSeat, searchSeats } from '@/lib/directory/by-name'
import type { Tied } from '../ui/field'
import { choiceRules } from './combobox-rules'
import { fetchSeats } from './fetch-seats'

const SHOWN = 8

/** A field that finds a constituency as one types; the one chosen is sent as `constituency`. */
export function ConstituencyCombobox({ tied, listed }: { tied: Tied; listed: NamedSeat[] }) {
  const [seats, setSeats] = useState(listed)
  const [typed, setTyped] = useState('')
  // Searched again when the MPs' names arrive, which may be after the first letters.
  const found = useMemo(() => searchSeats(seats, typed, SHOWN), [seats, typed])
  const { isOpen, highlightedIndex, selectedItem, getInputProps, getMenuProps, getItemProps } = useCombobox<NamedSeat>({
    id: 'constituency',
    inputId: tied.id,
    items: found,
    itemToString: (seat) => seat?.name ?? '',
    itemToKey: (seat) => seat?.code ?? '',
    defaultHighlightedIndex: 0,
    stateReducer: choiceRules,
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
  })
  const open = isOpen && found.length > 0
  const none = isOpen && found.length === 0 && typed.trim().length > 2

  const inputProps = getInputProps({ ...tied, onFocus: () => void fetchSeats().then((all) => all && setSeats(all)) })

  return (
    <div className="relative max-w-measure">
      <input type="hidden" name="constituency" value={selectedItem?.code ?? ''} />
      <input
        {...inputProps}
        // Downshift marks the first of no results as well, which is not there to be read out.
        aria-activedescendant={open ? inputProps['aria-activedescendant'] : undefined}
        aria-labelledby={undefined}
        type="text"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="control min-h-14 w-full"
      />
      <ul
        {...getMenuProps({ 'aria-label': 'Constituencies', 'aria-labelledby': undefined })}
        className={open ? 'absolute inset-x-0 top-full z-10 -mt-0.5 border-2 border-edge bg-ground' : 'hidden'}
      >
        {open &&
          found.map((seat, index) => (
            <li
              key={seat.code}
              {...getItemProps({ item: seat, index })}
              className={`cursor-pointer px-3 py-2 ${index === highlightedIndex ? 'bg-amber text-black' : ''}`}
            >
              <span className="block font-semibold">{seat.name}</span>
              <span className="block text-note">{seat.mp ? `${seat.mp.name} MP` : seat.nation}</span>
            </li>
          ))}
      </ul>
      <p role="status" className={none ? 'mt-2' : 'sr-only'}>
        {none && 'No constituency or MP has that name. Try a part of it.'}
        {open && `${found.length} found`}
      </p>
    </div>
  )
}
