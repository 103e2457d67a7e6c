import { NoSuchPage } from './no-such-page'

/** In place of a page that is fetched anew while it is open, and that has gone meanwhile. Others: [...missing]. */
export default NoSuchPage
