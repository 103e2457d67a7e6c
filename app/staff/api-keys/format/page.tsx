import { Document } from '@/app/staff/_documents/document'
import { staffPage } from '@/app/staff/staff-page'

export const metadata = { title: 'What programs can read' }

export default staffPage(
  {
    verb: 'api-keys.see',
    at: '/staff/api-keys',
    title: 'What programs can read',
    lead: 'For whoever writes the program.',
  },
  async () => <Document name="api" />,
)
