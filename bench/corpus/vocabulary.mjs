// The words of the made runbooks. Services, alerts, owners and components are invented, and none of them is one
// of content/; the technology and the prose are what any team writes, so that the pages distract.
import { Random, ZipfList } from './random.mjs';

const words = (text) => text.trim().split(/\s+/);

// A service is a first and a second name: `amber-ledger`.
export const firstNames = words(`
  amber basalt cobalt dahlia ember falcon granite harbor indigo juniper kestrel lagoon maple nectar onyx pebble
  quartz raven saffron tundra umber violet willow xenon yarrow zephyr alder birch cedar dune elm fjord garnet hazel
  iris jade kelp lilac mango nimbus opal pine quill ridge slate thyme ultra velvet wren aspen bramble coral drift
  echo fern grove heron islet jasper knoll linden meadow nova oak poppy reed sable teal vale walnut acorn badger
  clover dove eagle finch gecko hawk ibis jay kite lynx marten newt otter puffin robin stork tern viper weasel
  arctic boreal cirrus delta equinox frost glacier horizon inlet jetty kiln lantern mirage nebula orbit prairie
  quarry rapids summit thicket upland vista wharf anchor beacon compass dock`);

export const secondNames = words(`
  api ledger gateway indexer catalog mailer scheduler worker db cache broker registry uploader renderer resolver
  router sampler streamer vault watcher archiver balancer collector exporter fetcher importer journal mixer notifier
  planner quota relay store tagger validator`);

// What a runbook does, or what an alert says, as a title has it; `slug` names the file.
export const actions = [
  'Restart', 'Scale out', 'Warm the cache of', 'Rebalance the shards of', 'Resize the volume of', 'Reindex the documents of',
  'Switch read-only mode on in', 'Throttle the ingest of', 'Replay the events of', 'Compact the store of',
  'Upgrade the runtime of', 'Pause the scheduled jobs of', 'Move the pods of', 'Rebuild the read model of',
  'Clear stuck jobs of', 'Refresh the feature flags of', 'Reset the consumer offsets of', 'Raise the memory limit of',
  'Bring up a canary of', 'Freeze the deployments of',
].map((title) => ({ title }));

export const troubles = [
  ['answers slowly', 'SlowAnswers'], ['refuses requests', 'RequestsRefused'], ['is restarting in a loop', 'RestartLoop'],
  ['has lost its leader', 'LeaderLost'], ['lags behind its source', 'SourceLag'], ['runs hot', 'CpuHot'],
  ['is short of memory', 'MemoryShort'], ['serves stale data', 'StaleData'], ['drops events', 'EventsDropped'],
  ['misses its schedule', 'ScheduleMissed'],
].map(([title, alert]) => ({ title, alert }));

const partHeads = words(`
  lease shard token quorum ballast ticket cursor digest epoch fencing gossip heartbeat intent journal cipher latch mirror
  nonce offset quota range still tenant upsert vector watermark window bale bloom chunk delta edge
  feed graph hint inbox jitter kernel ledger manifest neighbour outbox leaf quiesce ring slice tablet union value
  warmup yield zone anchor bucket seal brook entry fanout grant hash ingest weld keyspace lane merge vertex pivot
  splice lookup hop spill trace`);
const partTails = words(`
  broker minter keeper walker table map scroll guard pump sink probe gate pool wheel fence ladder meter switch loader
  planner sweeper packer reader writer router tracker ticker locker merger splitter folder mapper holder binder
  counter filter shaper tuner buffer cache index queue register frame stage`);

// Parts of services, some thousand: `leasebroker`. A few are in every second runbook, most of them in one of
// a thousand.
export const components = new ZipfList(new Random('components')
  .shuffled(partHeads.flatMap((head) => partTails.map((tail) => head + tail))));

// Ordinary words of operations, the frequent ones first.
export const things = new ZipfList(words(`
  pods service database deployment request error node traffic memory release connection queue replica cluster alert
  log timeout configuration latency disk certificate rollback backup metric dashboard cache primary pool job customer
  rollout load secret network partition region volume token namespace container message lock process client lag
  failover snapshot schema session thread index consumer quota limit endpoint proxy zone probe capacity storage
  bucket permission credential handshake checksum heap socket gateway header payload retry budget threshold policy
  migration manifest webhook sidecar listener cursor transaction checkpoint segment offset broker topic exchange
  subscription lease leader follower quorum resolver record route firewall tunnel peer interface packet image
  registry pipeline artifact branch tag commit approval ticket handover shift pager incident review timeline`), 0.8);

export const qualities = words(`
  slow stale healthy ready idle busy broken full empty missing expired pending stuck orphaned duplicate partial
  corrupt blocked degraded unreachable overloaded throttled unhealthy recent old new current previous unknown slowest
  newest oldest largest affected failing`);

export const causes = words(`
  misconfiguration saturation contention starvation throttling eviction drift fragmentation amplification skew churn
  backpressure flapping exhaustion deadlock leak regression outage overload imbalance`);

export const owners = [
  'Storefront Core', 'Ledger Systems', 'Media Delivery', 'Identity Access', 'Analytics Pipelines', 'Search Relevance',
  'Edge Networking', 'Runtime Services', 'Catalog Quality', 'Pricing Engine', 'Warehouse Tools', 'Customer Messaging',
  'Fraud Signals', 'Mobile Backend', 'Partner Gateways', 'Document Vault', 'Streaming Core', 'Scheduling Services',
  'Developer Tools', 'Observability Core', 'Machine Learning', 'Compliance Records', 'Subscription Billing', 'Geo Services',
].map((name) => ({ name, id: name.toLowerCase().replaceAll(' ', '-') }));

export const tags = words(`
  kubernetes postgresql redis kafka nginx terraform helm networking storage caching streaming scheduling capacity
  maintenance deployment monitoring scaling recovery dns ingress`);
