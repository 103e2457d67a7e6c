import { csvFile } from '@/app/staff/csv-file'
import { staffRoute } from '@/app/staff/staff-route'
import { londonDay } from '@/lib/kernel/time/day'
import { exportAnswers } from '@/lib/letters/mp-answers/export-answers'
import { answersFilter } from '@/lib/letters/mp-answers/list-answers'

export const dynamic = 'force-dynamic'

/** What supporters have said of MPs' answers, or the part of it that the address asks for, as a file. */
export const GET = staffRoute('answers.export', async ({ ctx }, request) => {
  const filter = answersFilter.parse(Object.fromEntries(request.nextUrl.searchParams))
  return csvFile(`answers-${londonDay(ctx.now())}.csv`, await exportAnswers(ctx, filter))
})
