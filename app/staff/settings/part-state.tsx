import type { ReactNode } from 'react'
import type { FieldFault } from '@/app/_server/forms/fields'
import type { FieldsOf, LeavesTo, Left } from '@/app/_server/forms/form-answer'
import { posted } from '@/app/_server/request'
import { Notice } from '@/components/ui/notice'

type State<Name extends string> = {
  values: Record<Name, string>
  faults: FieldFault[]
  errorOf: (field: Name) => string | undefined
  saved: boolean
}

/** What one form of the settings shows: as typed where it was just refused, else as it is kept. */
export type PartState<Form> = State<FieldsOf<Form>>

/** The state of the part with this form, given what is kept. */
export function partState<Name extends string>(
  form: LeavesTo<Left<Name, null>>,
  kept: Record<Name, string>,
  saved: boolean,
): State<Name> {
  const left = posted(form)
  const faults = left?.faults ?? []
  return {
    values: left?.values ?? kept,
    faults,
    errorOf: (field) => faults.find((fault) => fault.field === field)?.message,
    saved: !left && saved,
  }
}

/** That a part was saved, and from when it counts. */
export function Saved({ children }: { children: ReactNode }) {
  return (
    <Notice look="done" heading="Saved">
      <p>{children}</p>
    </Notice>
  )
}
