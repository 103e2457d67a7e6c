import { wakeAll } from './wake'

// A module runs once the page is there.
wakeAll()
