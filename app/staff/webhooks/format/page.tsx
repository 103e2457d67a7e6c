import { Document } from '@/app/staff/_documents/document'
import { staffPage } from '@/app/staff/staff-page'

export const metadata = { title: 'What a webhook sends' }

export default staffPage(
  {
    verb: 'webhooks.see',
    at: '/staff/webhooks',
    title: 'What a webhook sends',
    lead: 'For whoever writes the receiver.',
  },
  async () => <Document name="webhooks" />,
)
