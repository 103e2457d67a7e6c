import type { ServerResponse } from 'node:http'
import { TOLD_OF_ITSELF } from '@/app/_server/next/next-internals'
import { areaOf } from '@/app/_server/routes/area'
import { pageAt } from '@/app/_server/routes/kind'
import { env } from '@/lib/kernel/env'

/**
 * Lets the browser, and nobody else, keep a page on which something is being typed. Back then shows it as it was
 * left; for a posted page that may not be stored, it would show an error in its place, and the text would be lost.
 */
export function keepForBack(response: ServerResponse, pathname: string, isPosted: boolean): void {
  const holdsTyped = pageAt(pathname).kind.holdsTyped || (isPosted && !['staff', 'preview'].includes(areaOf(pathname)))
  const isRedirect = response.statusCode >= 300 && response.statusCode < 400
  if (holdsTyped && !isRedirect) response.setHeader('Cache-Control', 'private, no-cache')
}

/** The security headers that every answer carries; what an address has set for itself stands. */
export function setHeaders(response: ServerResponse, framed: boolean): void {
  const defaults: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    // Browsers name the origin of a posted form only where the policy lets them: never "no-referrer" here.
    'Referrer-Policy': 'same-origin',
    ...(!framed && { 'X-Frame-Options': 'DENY' }),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': framed ? 'cross-origin' : 'same-origin',
    ...(env().appUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
  for (const [name, value] of Object.entries(defaults)) {
    if (!response.hasHeader(name)) response.setHeader(name, value)
  }
  for (const name of TOLD_OF_ITSELF) response.removeHeader(name)
}
