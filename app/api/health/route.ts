import { healthAnswer } from '@/app/_server/answer/health'
import { failingPart } from '@/app/_server/readiness'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return healthAnswer('ok', await failingPart(), { database: 'ok', migrations: 'current', keys: 'open' })
}
