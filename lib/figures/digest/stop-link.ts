import { isSigned, signatureOf } from '@/lib/kernel/secrets/signature'

const SIGNED = { purpose: 'digest links', length: 22 }

/** The secret part of the link that ends a member's figures by e-mail. Nothing of it is kept. */
export function stopTokenOf(staffId: string): string {
  return Buffer.from(staffId).toString('base64url') + signatureOf(SIGNED, staffId)
}

/** Whose link it is; `null` where nobody of ours has made it. */
export function readStopToken(token: string): string | null {
  const staffId = Buffer.from(token.slice(0, -SIGNED.length), 'base64url').toString()
  return isSigned(SIGNED, staffId, token.slice(-SIGNED.length)) ? staffId : null
}
