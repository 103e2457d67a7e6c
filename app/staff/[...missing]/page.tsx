import { answerWith } from '@/app/_server/request'
import { NoSuchPage } from '@/app/staff/no-such-page'

export const metadata = { title: 'There is no such page' }

/** What every address of the staff side answers that leads nowhere; whoever is signed out learns no more of it. */
export default function Missing() {
  answerWith(404)
  return <NoSuchPage />
}
