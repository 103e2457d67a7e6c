import type { FormHandler } from '@/app/_server/form-answer'
import { accountForms } from './account'
import { apiKeyForms } from './api-keys'
import { editForm } from './campaigns/edit'
import { newCampaignForm } from './campaigns/new'
import { overviewForms } from './campaigns/overview'
import { pictureForm } from './campaigns/picture'
import { previewForms } from './campaigns/preview'
import { publishForms } from './campaigns/publish'
import { versionForms } from './campaigns/versions'
import { contactsForm } from './contacts'
import { digestForm } from './digest'
import { directoryForm } from './directory'
import { letterForms, lettersForms } from './letters'
import { mailForms } from './mail'
import { memberForms } from './member'
import { eraseForm, myDataForm } from './my-data'
import { notMeForm } from './not-me'
import { previewWriteForm } from './preview-write'
import { resendForm } from './resend'
import { sentByWriterForm } from './sent-by-writer'
import { inviteForm } from './team'
import { unsubscribeForm } from './unsubscribe'
import { webhookForms } from './webhook'
import { addWebhookForm } from './webhooks'
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
  [/^\/staff\/dashboard$/, digestForm],
  [/^\/staff\/exports$/, contactsForm],
  [/^\/staff\/api-keys$/, apiKeyForms],
  [/^\/staff\/team$/, inviteForm],
  [/^\/staff\/team\/(?<member>[\w-]+)$/, memberForms],
  [/^\/staff\/account$/, accountForms],
  [/^\/staff\/mail$/, mailForms],
  [/^\/staff\/letters$/, lettersForms],
  [/^\/staff\/letters\/(?<letter>[\w-]+)$/, letterForms],
  [/^\/staff\/campaigns\/new$/, newCampaignForm],
  [/^\/staff\/campaigns\/(?<campaign>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/, overviewForms],
  [
    /^\/staff\/campaigns\/(?<campaign>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/edit\/(?<part>[a-z0-9-]+)$/,
    editForm,
  ],
  [
    /^\/staff\/campaigns\/(?<campaign>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/picture$/,
    pictureForm,
  ],
  [
    /^\/staff\/campaigns\/(?<campaign>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/publish$/,
    publishForms,
  ],
  [
    /^\/staff\/campaigns\/(?<campaign>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/versions$/,
    versionForms,
  ],
  [
    /^\/staff\/campaigns\/(?<campaign>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/preview$/,
    previewForms,
  ],
  [/^\/staff\/directory$/, directoryForm],
  [/^\/staff\/webhooks$/, addWebhookForm],
  [/^\/staff\/webhooks\/(?<webhook>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/, webhookForms],
]
