'use client'

import { useEffect, useState } from 'react'

type EmailSlipOf = typeof import('@/lib/supporters/email-slip').emailSlip

/** Below an e-mail field: the address that was probably meant, to take at one press. Nothing without scripts. */
export function EmailSlip({ field }: { field: string }) {
  const [meant, setMeant] = useState<string | null>(null)

  useEffect(() => {
    const input = document.getElementById(field)
    if (!(input instanceof HTMLInputElement)) return
    const look = async () => {
      const typed = input.value
      const emailSlip = typed.includes('@') ? await loaded() : null
      if (input.value === typed) setMeant(emailSlip?.(typed) ?? null)
    }
    const forget = () => setMeant(null)
    void look()
    input.addEventListener('change', look)
    input.addEventListener('input', forget)
    return () => {
      input.removeEventListener('change', look)
      input.removeEventListener('input', forget)
    }
  }, [field])

  return (
    <div role="status">
      {meant && (
        <p key={meant} className="mt-2 flex max-w-measure flex-wrap items-center gap-x-4">
          <span>
            Did you mean <strong className="wrap-anywhere">{meant}</strong>?
          </span>
          <button type="button" className="link min-h-target font-semibold" onClick={() => take(field, meant)}>
            Yes, use that
          </button>
        </p>
      )}
    </div>
  )
}

/** Its library is wanted only once an address is typed. */
async function loaded(): Promise<EmailSlipOf | null> {
  try {
    return (await import('@/lib/supporters/email-slip')).emailSlip
  } catch {
    // Offline, or the page is older than the installation: the check page says it as well.
    return null
  }
}

function take(field: string, email: string) {
  const input = document.getElementById(field)
  if (!(input instanceof HTMLInputElement)) return
  input.value = email
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.focus()
}
