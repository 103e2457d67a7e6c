import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Unbroken } from './unbroken'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do, without a full stop's worth of blame. */
  error?: string | undefined
  optional?: boolean
}

export type Tied = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** Label, hint and message around one control; `children` puts the attributes that tie them together on the control. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldWords & { id: string; children: (tied: Tied) => ReactNode }) {
  return (
    <div className={`min-w-0 max-w-full${error ? ' border-l-[0.3333rem] border-fault pl-4' : ''}`}>
      <label htmlFor={id} className="block text-h3">
        <span>
          <Unbroken>{label}</Unbroken>
        </span>
        {optional && <span className="font-normal tracking-normal text-muted"> (optional)</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="mt-1 max-w-measure text-muted">
          <Unbroken>{hint}</Unbroken>
        </div>
      )}
      {error && <FieldError id={id} message={error} />}
      <div className="mt-2">{children(tied(id, hint, error))}</div>
    </div>
  )
}

/** The message beside a field, tied to it by its id. */
export function FieldError({ id, message }: { id: string; message: string }) {
  return (
    <p id={`${id}-error`} className="mt-1 flex max-w-measure items-baseline gap-2 font-bold text-fault">
      <Icon name="alert" className="translate-y-[0.12em]" />
      <span className="min-w-0 wrap-anywhere">
        <span className="sr-only">Error: </span>
        <span>
          <Unbroken>{message}</Unbroken>
        </span>
      </span>
    </p>
  )
}

/** The attributes that tie a control to its hint and its message, and to what else stands beside it, by its id. */
export function tied(id: string, hint: ReactNode, error: string | undefined, beside?: string): Tied {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`, beside].filter(Boolean).join(' ')
  return {
    id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(error && { 'aria-invalid': true as const }),
  }
}
