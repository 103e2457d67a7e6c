import { statedJob } from '@/lib/directory/job-state'

/** How far the job is that fetches postcodes. */
export const postcodesFetch = statedJob('postcodes_fetch')
