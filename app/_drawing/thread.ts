import type { Drawings, Order } from './drawings'

/** What runs in a drawing thread. Each kind's libraries are loaded when the first of it is drawn. */
export default async function drawOrder(order: Order): Promise<Drawings[Order['drawing']]['gives']> {
  switch (order.drawing) {
    case 'letter':
      return (await import('@/lib/letters/printed/letter-pdf')).letterPdf(order.from)
    case 'poster':
      return (await import('@/lib/campaigns/poster/draw')).drawPoster(order.from)
    case 'share':
      return (await import('@/app/_pictures/share-picture')).drawShare(order.from)
    case 'upload':
      return (await import('@/lib/campaigns/share-picture/encode')).encodePicture(order.from)
    case 'logo':
      return (await import('@/lib/staff/logo/encode')).encodeLogo(order.from)
  }
}
