import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift'
import type { FoundSeat, NamedSeat } from '@/lib/directory/search/by-name'

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
