/** The element around an island, and the one around the children that it was given: the front writes them, for the browser. */
export const ISLAND_ELEMENT = 'dear-island'
export const CHILDREN_ELEMENT = 'dear-children'
