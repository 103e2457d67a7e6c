import type { z } from 'zod'
import { line } from './content-text'

type Consent = {
  kind: string
  charityName?: string | undefined
  charityNumber?: string | undefined
  charityDeclared?: boolean | undefined
}

export const CHARITY_NAME_MOST = 120
export const CHARITY_NUMBER_MOST = 40

const charityName = line('Name of the charity', CHARITY_NAME_MOST)
/** As the registers of England and Wales, of Scotland and of Northern Ireland write them. */
const NUMBER = /^(?:\d{6,7}(?:-\d{1,2})?|SC\d{6}|NIC\d{6})$/

/** Finds fault with a soft opt-in whose charity is not named, has no number, or that nobody has said to be one. */
export function fitsCharity(consent: Consent, { addIssue }: z.RefinementCtx): void {
  if (consent.kind !== 'soft-opt-in') return
  const fault = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
  const [name, number] = [consent.charityName?.trim() ?? '', consent.charityNumber?.trim() ?? '']
  if (name === '') fault('charityName', 'Name of the charity: missing. The soft opt-in is for charities alone.')
  else if (name.length > CHARITY_NAME_MOST)
    fault('charityName', `Name of the charity: at most ${CHARITY_NAME_MOST} characters.`)
  // It stands on the form, and in what is kept of whoever did not refuse.
  else for (const { message } of charityName.safeParse(name).error?.issues ?? []) fault('charityName', message)
  if (number === '') fault('charityNumber', 'Charity number: missing. The soft opt-in is for charities alone.')
  else if (number.length > CHARITY_NUMBER_MOST || !number.split(/, ?/).every((each) => NUMBER.test(each)))
    fault('charityNumber', 'Charity number: write it as 1234567, SC012345 or NIC123456; two with a comma between.')
  if (consent.charityDeclared !== true)
    fault('charityDeclared', 'Soft opt-in: tick that it is a charity’s, and that what the law asks for holds.')
}
