import type { FieldFault } from './forms/fields'

export type { FieldFault } from './forms/fields'

/** What a request was refused for, where no form can show it. */
export type Fault = {
  kind:
    | 'cross-site'
    | 'too-large'
    | 'unreadable'
    | 'too-many'
    | 'not-allowed'
    | 'no-form'
    | 'bad-address'
    | 'long-address'
  message?: string
}

/** Everything that the letter's forms carry from page to page, as typed. */
export type LetterDraft = {
  asks: string[]
  /** Own words, a text for each of the campaign's prompts. */
  reason: string
  reason2: string
  reason3: string
  subject: string
  body: string
  name: string
  email: string
  address1: string
  address2: string
  town: string
  postcode: string
  constituency: string
  updates: boolean
  /** Which wording was given, printed by lib/writing/wordings/wording. */
  wording: string
  /** The id under which that wording was given: another letter to the MP gets another. */
  givenId: string
  /** A short hash of subject and body as composed: tells whether the writer has changed them. */
  given: string
  submission: string
  /** Where its writer came from, printed by lib/figures/sources/source. */
  source: string
}

export type LetterStage = 'start' | 'letter' | 'check'

/** `beside`: the seat that is written to lies next to one of them, so that its writer can say which is right. */
export type Elsewhere = { seats: { code: string; name: string; mp: string | null }[]; beside: boolean; live: boolean }

export type LetterState = {
  form: 'letter'
  stage: LetterStage
  draft: LetterDraft
  faults: FieldFault[]
  /** The writer had changed the text by hand, so new choices did not replace it. */
  kept: boolean
  /** The e-mail address that was probably meant. */
  slip: string | null
  /** Other seats that the postcode lies in, where it does not lie in the one that is written to. */
  elsewhere: Elsewhere | null
  /** The letter was just turned to the MP of another seat. */
  turned: boolean
}

export type PlainState = {
  form:
    | 'confirm'
    | 'resend'
    | 'replied'
    | 'unsubscribe'
    | 'not-me'
    | 'allow-mailbox'
    | 'my-data'
    | 'erase'
    | 'sign-in'
    | 'open-sign-in'
    | 'signed-out'
    | 'invite'
    | 'member'
    | 'operator'
    | 'installation'
    | 'limits'
    | 'keeping'
    | 'puzzle'
    | 'switch'
    | 'held-words'
    | 'review-rules'
    | 'mail-domains'
    | 'directory'
    | 'campaign-new'
    | 'campaign'
    | 'campaign-edit'
    | 'campaign-picture'
    | 'campaign-publish'
    | 'campaign-versions'
    | 'campaign-preview'
    | 'letters-bulk'
    | 'letter-act'
    | 'letter-open'
    | 'mail'
    | 'contacts'
    | 'api-keys'
    | 'webhook-new'
    | 'webhook'
  /** The fields as typed. */
  values: Record<string, string>
  faults: FieldFault[]
  /** What came of it, where the page has to say so. */
  done: string | null
}

/** What a posted form leaves for the page that shows it again, or shows the next step. */
export type FormState = LetterState | PlainState
