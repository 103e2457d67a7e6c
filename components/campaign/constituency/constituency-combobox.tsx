'use client'

import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ChangingText } from '@/components/ui/changing-text'
import type { Tied } from '@/components/ui/field'
import { type FoundSeat, type NamedSeat, searchSeats } from '@/lib/directory/search/by-name'
import { besideName } from './beside-name'
import { fetchSeats, useTowns } from './fetch-directory'

const SHOWN = 8

/** A field that finds a constituency as one types; the one chosen is sent as `constituency`. */
export function ConstituencyCombobox({ tied, listed }: { tied: Tied; listed: NamedSeat[] }) {
  const [seats, setSeats] = useState(listed)
  const [typed, setTyped] = useState('')
  const towns = useTowns(typed)
  // Searched again when MPs' names and towns arrive, which may be after the first letters.
  const found = useMemo(() => searchSeats(seats, typed, SHOWN, towns), [seats, towns, typed])
  const { isOpen, highlightedIndex, selectedItem, getInputProps, getMenuProps, getItemProps } = useCombobox<
    FoundSeat<NamedSeat>
  >({
    id: 'constituency',
    inputId: tied.id,
    items: found,
    itemToString: (item) => item?.seat.name ?? '',
    itemToKey: (item) => item?.seat.code ?? '',
    defaultHighlightedIndex: 0,
    stateReducer: choiceRules,
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
  })
  const open = isOpen && found.length > 0
  const none = isOpen && found.length === 0 && typed.trim().length > 2

  const menu = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // Low on a small screen the list would open out of sight; it is never so high that the field goes.
    if (open) menu.current?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const inputProps = getInputProps({ ...tied, onFocus: () => void fetchSeats().then((all) => all && setSeats(all)) })

  return (
    <div className="relative max-w-measure">
      <input type="hidden" name="constituency" value={selectedItem?.seat.code ?? ''} />
      <input
        {...inputProps}
        // Downshift marks the first of no results as well, which is not there to be read out.
        aria-activedescendant={open ? inputProps['aria-activedescendant'] : undefined}
        aria-labelledby={undefined}
        type="text"
        // Sent only when none was chosen: the server then lists what it finds.
        name={selectedItem ? undefined : 'find'}
        maxLength={80}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="control min-h-14 w-full"
      />
      <ul
        {...getMenuProps({ ref: menu, 'aria-label': 'Constituencies', 'aria-labelledby': undefined })}
        // Browsers make what scrolls a stop for Tab; here the field is the only one.
        tabIndex={-1}
        className={
          open
            ? 'absolute inset-x-0 top-full z-10 -mt-0.5 max-h-[45svh] scroll-mb-2 overflow-y-auto border-2 border-edge bg-ground'
            : 'hidden'
        }
      >
        {open &&
          found.map((item, index) => (
            <li
              key={item.seat.code}
              {...getItemProps({ item, index })}
              className={`cursor-pointer px-3 py-2 ${index === highlightedIndex ? 'bg-amber text-black forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]' : ''}`}
            >
              <span className="block font-semibold">{item.seat.name}</span>
              <span className="block text-note">{besideName(item)}</span>
            </li>
          ))}
      </ul>
      <p role="status" className={none ? 'mt-2' : 'sr-only'}>
        {none && <ChangingText>No constituency, MP or town has that name. Try a part of it.</ChangingText>}
        {open && <ChangingText>{`${found.length} found`}</ChangingText>}
      </p>
    </div>
  )
}

const { InputBlur, InputChange } = useCombobox.stateChangeTypes

/**
 * Nothing is chosen in passing: leaving the field takes no suggestion, and typing on drops the one that was taken, so
 * that what is sent is always what the field says.
 */
export function choiceRules(
  state: UseComboboxState<FoundSeat<NamedSeat>>,
  { type, changes }: UseComboboxStateChangeOptions<FoundSeat<NamedSeat>>,
): Partial<UseComboboxState<FoundSeat<NamedSeat>>> {
  if (type === InputBlur) return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
  if (type === InputChange && changes.inputValue !== state.selectedItem?.seat.name)
    return { ...changes, selectedItem: null }
  return changes
}
