/** Days for which a list of members that was uploaded waits to be brought in. */
export const MEMBER_LIST_DAYS = 7
