import type { ReactNode } from 'react'
import type { FieldFault, PlainState } from '@/app/_server/form-state'
import { postedForm } from '@/app/_server/request'
import { Notice } from '@/components/ui/notice'

/** What one form of the settings shows: as typed where it was just refused, else as it is kept. */
export type PartState = {
  values: Record<string, string>
  faults: FieldFault[]
  errorOf: (field: string) => string | undefined
  saved: boolean
}

/** The state of the part whose form has this name, given what is kept. */
export function partState(form: PlainState['form'], kept: Record<string, string>, saved: unknown): PartState {
  const posted = postedForm(form)
  const faults = posted?.faults ?? []
  return {
    values: posted?.values ?? kept,
    faults,
    errorOf: (field) => faults.find((fault) => fault.field === field)?.message,
    saved: !posted && saved === form,
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
