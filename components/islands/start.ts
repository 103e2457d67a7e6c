import { tellVisit } from '@/components/figures/tell-visit'
import { wakeAll } from './wake'

// A module runs once the page is there.
wakeAll()
tellVisit()
