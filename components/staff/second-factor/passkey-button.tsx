'use client'

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { type MouseEvent, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { browserFault } from './browser-fault'

type Props = {
  /** What the browser is to make a passkey of, or to have one sign. */
  asks: { make: PublicKeyCredentialCreationOptionsJSON } | { sign: PublicKeyCredentialRequestOptionsJSON }
  label: string
  /** What is left to whoever cannot use one. */
  otherwise: string
  look?: 'main' | 'second'
  /** What the form is told that it is sent for, where it has several. */
  toDo?: string
  error?: string | undefined
}

/**
 * The button of a form that takes a passkey: the browser asks its owner for it, and the form is sent with what it says,
 * as any other. Without scripts it says what is left.
 */
export function PasskeyButton({ asks, label, otherwise, look = 'main', toDo, error }: Props) {
  const answer = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'ready' | 'asking' | { fault: string }>('ready')
  const isKnown = useSyncExternalStore(unchanging, browserSupportsWebAuthn, isAssumed)
  const fault = typeof state === 'object' ? state.fault : state === 'ready' ? error : undefined

  async function ask(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault()
    const { currentTarget: button } = event
    setState('asking')
    try {
      const given =
        'make' in asks
          ? await startRegistration({ optionsJSON: asks.make })
          : await startAuthentication({ optionsJSON: asks.sign })
      if (!answer.current) return
      answer.current.value = JSON.stringify(given)
      button.form?.requestSubmit(button)
    } catch (error) {
      const host = 'make' in asks ? asks.make.rp.id : asks.sign.rpId
      setState({ fault: browserFault(error instanceof Error ? error.name : '', host ?? '') })
    }
  }

  if (!isKnown) return <p className="max-w-measure">{`This browser knows no passkeys. ${otherwise}`}</p>
  return (
    <div className="space-y-3">
      <noscript>
        <p className="max-w-measure">{`Passkeys need scripts, and they are off here. ${otherwise}`}</p>
      </noscript>
      <input ref={answer} type="hidden" name="passkey" />
      {fault && (
        <div key={fault} role={fault === error ? undefined : 'alert'}>
          <FieldError id="passkey" message={fault} />
        </div>
      )}
      <Button
        id="passkey"
        look={look}
        className="noscript:hidden"
        onClick={ask}
        aria-describedby={fault ? 'passkey-error' : undefined}
        {...(toDo && { name: 'do', value: toDo })}
      >
        <span>{label}</span>
      </Button>
      <p role="status" className="max-w-measure">
        {state === 'asking' && <span key="asking">Your browser asks you for it now.</span>}
      </p>
    </div>
  )
}

const unchanging = () => () => {}
/** Most do; of the others, the browser itself tells. */
const isAssumed = () => true
