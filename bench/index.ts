import { alerts } from './alerts'
import { choosingStored } from './choosing-stored'
import { contacts } from './contacts'
import { costliest } from './costliest'
import { crash } from './crash'
import { failover } from './failover/failover'
import { figures } from './figures'
import { figuresTrue } from './figures-true'
import { firstVisit } from './first-visit'
import { friction } from './friction'
import { growth } from './growth/growth'
import { journeys } from './journeys/journeys'
import { letters } from './letters'
import { marathon } from './marathon'
import { pictures } from './pictures'
import { postcodes } from './postcodes'
import { postgresMatrix } from './postgres-matrix/matrix'
import { resealing } from './reseal'
import { runsIn } from './runs'
import { search } from './search'
import { sharedCache } from './shared-cache'
import { signatures } from './signatures'
import { sigterm } from './sigterm'
import { spike } from './spike/spike'
import { splits } from './splits'
import { start } from './start'
import { statements } from './statements'
import { throughput } from './throughput'
import { upgrade } from './upgrade'
import { views } from './views/views'
import { webhooks } from './webhooks'
import { newParliament } from './year/new-parliament'
import { year } from './year/year'

const benches = {
  start,
  alerts,
  costliest,
  'first-visit': firstVisit,
  friction,
  journeys,
  growth,
  marathon,
  signatures,
  spike,
  'shared-cache': sharedCache,
  figures,
  'figures-true': figuresTrue,
  contacts,
  letters,
  choosing: choosingStored,
  postcodes,
  'postgres-matrix': postgresMatrix,
  splits,
  pictures,
  search,
  throughput,
  upgrade,
  views,
  failover,
  sigterm,
  statements,
  webhooks,
  reseal: resealing,
  year,
  'new-parliament': newParliament,
  crash,
}

/** `npm run bench` runs them all; `npm run bench -- NAME …` those named. Each prints a ratio beside its figures. */
await runsIn(benches, process.argv.slice(2))
