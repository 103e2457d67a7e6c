'use client'

import { useEffect } from 'react'
import { rememberSeat } from './remembered-seat'

/** On a page about a visitor's own constituency: lets the campaign's page tell how many wrote from there. */
export function RememberSeat({ code }: { code: string }) {
  useEffect(() => rememberSeat(code), [code])
  return null
}
