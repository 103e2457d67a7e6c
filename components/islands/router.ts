const router = {
  refresh: () => void import('./refresh').then(({ refresh }) => refresh()),
}

/** In the place of Next's, for what stands on a page that the front has rendered. */
export function useRouter(): typeof router {
  return router
}
