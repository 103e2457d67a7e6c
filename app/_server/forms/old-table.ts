import type { FormHandler } from '@/app/_server/form-answer'
import { previewWriteForm } from './preview-write'
import { writeForm } from './write'

/** Every form: the address that it is posted to, and what answers it. */
export const forms: [RegExp, FormHandler][] = [
  [/^\/campaigns\/(?<slug>[a-z0-9-]+)\/write$/, writeForm],
  [/^\/preview\/(?<key>[\w.-]+)\/write$/, previewWriteForm],
]
