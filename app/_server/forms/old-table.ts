import type { FormHandler } from '@/app/_server/form-answer'
import { eraseForm, myDataForm } from './my-data'
import { notMeForm } from './not-me'
import { previewWriteForm } from './preview-write'
import { resendForm } from './resend'
import { sentByWriterForm } from './sent-by-writer'
import { unsubscribeForm } from './unsubscribe'
import { writeForm } from './write'

/** Every form: the address that it is posted to, and what answers it. */
export const forms: [RegExp, FormHandler][] = [
  [/^\/campaigns\/(?<slug>[a-z0-9-]+)\/write$/, writeForm],
  [/^\/campaigns\/(?<slug>[a-z0-9-]+)\/sent\/(?<token>[\w-]+)$/, resendForm],
  [/^\/campaigns\/[a-z0-9-]+\/print\/(?<token>[\w-]+)$/, sentByWriterForm],
  [/^\/preview\/(?<key>[\w.-]+)\/write$/, previewWriteForm],
  [/^\/not-me\/(?<token>[\w-]+)$/, notMeForm],
  [/^\/unsubscribe\/(?<token>[\w-]+)$/, unsubscribeForm],
  [/^\/my-data$/, myDataForm],
  [/^\/my-data\/(?<token>[\w-]+)$/, eraseForm],
]
